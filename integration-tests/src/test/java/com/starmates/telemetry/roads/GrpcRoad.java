// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.test.Road;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import org.assertj.core.util.Lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Calls by gRPC. */
enum GrpcRoad implements Road {

	UNARY("gRPC: a call with one answer") {

		@Override
		void call(Channel channel) {
			String answer = ClientCalls.blockingUnaryCall(channel, RoadService.UNARY, bounded(), name());
			assertThat(answer).isEqualTo("thanks");
		}

	},

	STREAM("gRPC: a stream of answers") {

		@Override
		void call(Channel channel) {
			List<String> answers = Lists
				.newArrayList(ClientCalls.blockingServerStreamingCall(channel, RoadService.STREAM, bounded(), name()));
			assertThat(answers).containsExactly("thanks", "a lot");
		}

	},

	FAILURE("gRPC: a call that fails") {

		@Override
		void call(Channel channel) {
			assertFails(channel, RoadService.FAILURE, Status.Code.NOT_FOUND);
		}

	},

	EXCEPTION("gRPC: a call whose service throws") {

		@Override
		void call(Channel channel) {
			assertFails(channel, RoadService.EXCEPTION, Status.Code.UNKNOWN);
		}

	};

	private final String title;

	GrpcRoad(String title) {
		this.title = title;
	}

	@Override
	public String title() {
		return this.title;
	}

	abstract void call(Channel channel);

	/** A server that does not answer must not hold up the tests. */
	private static CallOptions bounded() {
		return CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS);
	}

	void assertFails(Channel channel, MethodDescriptor<String, String> method, Status.Code code) {
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(() -> ClientCalls.blockingUnaryCall(channel, method, bounded(), name()))
			.satisfies((ex) -> assertThat(ex.getStatus().getCode()).isEqualTo(code));
	}

}
