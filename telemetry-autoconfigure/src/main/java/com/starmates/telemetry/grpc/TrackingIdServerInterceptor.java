// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.grpc;

import com.starmates.telemetry.tracking.TrackingId;
import io.grpc.ForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/**
 * Tells callers the tracking id of their call, as {@code x-tracking-id} among the headers
 * of the answer; of one without headers, such as an error, among its trailers.
 *
 * @since 1.0.0
 */
public final class TrackingIdServerInterceptor implements ServerInterceptor {

	@Override
	public <I, O> ServerCall.Listener<I> interceptCall(ServerCall<I, O> call, Metadata headers,
			ServerCallHandler<I, O> next) {
		String trackingId = TrackingId.current();
		return next.startCall((trackingId != null) ? new TellingCall<>(call, trackingId) : call, headers);
	}

	/**
	 * A call whose answer tells its tracking id.
	 *
	 * @param <I> type of requests
	 * @param <O> type of answers
	 */
	private static final class TellingCall<I, O> extends ForwardingServerCall.SimpleForwardingServerCall<I, O> {

		private final String trackingId;

		private boolean told;

		TellingCall(ServerCall<I, O> call, String trackingId) {
			super(call);
			this.trackingId = trackingId;
		}

		@Override
		public void sendHeaders(Metadata headers) {
			this.told = true;
			TrackingIdMetadata.put(headers, this.trackingId);
			super.sendHeaders(headers);
		}

		@Override
		public void close(Status status, Metadata trailers) {
			if (!this.told) {
				TrackingIdMetadata.put(trailers, this.trackingId);
			}
			super.close(status, trailers);
		}

	}

}
