// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;

/** A service of gRPC whose messages are texts. */
final class RoadService implements BindableService {

	static final MethodDescriptor<String, String> UNARY = method("Unary", MethodType.UNARY);

	static final MethodDescriptor<String, String> STREAM = method("Stream", MethodType.SERVER_STREAMING);

	static final MethodDescriptor<String, String> FAILURE = method("Failure", MethodType.UNARY);

	static final MethodDescriptor<String, String> EXCEPTION = method("Exception", MethodType.UNARY);

	private final Arrivals arrivals;

	RoadService(Arrivals arrivals) {
		this.arrivals = arrivals;
	}

	@Override
	public ServerServiceDefinition bindService() {
		return ServerServiceDefinition.builder("roads.Roads")
			.addMethod(UNARY, ServerCalls.asyncUnaryCall((call, answers) -> answer(call, answers, "thanks")))
			.addMethod(STREAM,
					ServerCalls.asyncServerStreamingCall((call, answers) -> answer(call, answers, "thanks", "a lot")))
			.addMethod(FAILURE, ServerCalls.asyncUnaryCall(this::fail))
			.addMethod(EXCEPTION, ServerCalls.asyncUnaryCall(this::throwException))
			.build();
	}

	private void answer(String call, StreamObserver<String> answers, String... words) {
		this.arrivals.see(call);
		for (String word : words) {
			answers.onNext(word);
		}
		answers.onCompleted();
	}

	private void fail(String call, StreamObserver<String> answers) {
		this.arrivals.see(call);
		answers.onError(Status.NOT_FOUND.asRuntimeException());
	}

	private void throwException(String call, StreamObserver<String> answers) {
		this.arrivals.see(call);
		throw new IllegalStateException("out of order");
	}

	private static MethodDescriptor<String, String> method(String name, MethodType type) {
		return MethodDescriptor.<String, String>newBuilder()
			.setType(type)
			.setFullMethodName("roads.Roads/" + name)
			.setRequestMarshaller(new Text())
			.setResponseMarshaller(new Text())
			.build();
	}

	/** Texts as UTF-8. */
	private static final class Text implements MethodDescriptor.Marshaller<String> {

		@Override
		public InputStream stream(String value) {
			return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public String parse(InputStream stream) {
			try {
				return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
