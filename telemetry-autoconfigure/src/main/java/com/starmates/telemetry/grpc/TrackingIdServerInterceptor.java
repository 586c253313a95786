// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.grpc;

import com.starmates.telemetry.tracking.TrackingId;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Tells callers the tracking id of their call among the headers of the answer; of one
 * without headers, such as an error, among its trailers. It comes before all others, so
 * that it sees what they answer in place of the service; the id is that of the span which
 * one of them starts, and which {@linkplain #noting() another} notes.
 *
 * @since 1.0.0
 */
public final class TrackingIdServerInterceptor implements ServerInterceptor, PriorityOrdered {

	private static final Context.Key<Noted> NOTED = Context.key("com.starmates.telemetry.tracking-id");

	private final TrackingIdMetadata metadata;

	/**
	 * Create an interceptor.
	 * @param headerName name of the header of HTTP that carries the tracking id; the
	 * metadata is {@code x-tracking-id} if it cannot be the name of metadata
	 */
	public TrackingIdServerInterceptor(String headerName) {
		this.metadata = new TrackingIdMetadata(headerName);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public <I, O> ServerCall.Listener<I> interceptCall(ServerCall<I, O> call, Metadata headers,
			ServerCallHandler<I, O> next) {
		Noted noted = new Noted();
		return Contexts.interceptCall(Context.current().withValue(NOTED, noted),
				new TellingCall<>(call, this.metadata, noted), headers, next);
	}

	/**
	 * Return the interceptor that notes the tracking id, where the span of the call is
	 * current.
	 * @return an interceptor to come after that which starts the span
	 */
	public static ServerInterceptor noting() {
		return new Noting();
	}

	/** The tracking id of a call, as soon as it is known. */
	private static final class Noted {

		private volatile @Nullable String trackingId;

	}

	/** Notes the tracking id of a call. */
	private static final class Noting implements ServerInterceptor {

		@Override
		public <I, O> ServerCall.Listener<I> interceptCall(ServerCall<I, O> call, Metadata headers,
				ServerCallHandler<I, O> next) {
			Noted noted = NOTED.get();
			if (noted != null) {
				noted.trackingId = TrackingId.current();
			}
			return next.startCall(call, headers);
		}

	}

	/**
	 * A call whose answer tells its tracking id.
	 *
	 * @param <I> type of requests
	 * @param <O> type of answers
	 */
	private static final class TellingCall<I, O> extends ForwardingServerCall.SimpleForwardingServerCall<I, O> {

		private final TrackingIdMetadata metadata;

		private final Noted noted;

		private boolean told;

		TellingCall(ServerCall<I, O> call, TrackingIdMetadata metadata, Noted noted) {
			super(call);
			this.metadata = metadata;
			this.noted = noted;
		}

		@Override
		public void sendHeaders(Metadata headers) {
			this.told = true;
			this.metadata.put(headers, this.noted.trackingId);
			super.sendHeaders(headers);
		}

		@Override
		public void close(Status status, Metadata trailers) {
			if (!this.told) {
				this.metadata.put(trailers, this.noted.trackingId);
			}
			super.close(status, trailers);
		}

	}

}
