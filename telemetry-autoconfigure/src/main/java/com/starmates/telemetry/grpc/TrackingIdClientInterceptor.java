// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.grpc;

import com.starmates.telemetry.tracking.TrackingId;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/**
 * Tells servers the tracking id of the work that calls them, as {@code x-tracking-id}.
 * Their trace goes by {@code traceparent}; this is for those who know no traces.
 *
 * @since 1.0.0
 */
public final class TrackingIdClientInterceptor implements ClientInterceptor {

	@Override
	public <I, O> ClientCall<I, O> interceptCall(MethodDescriptor<I, O> method, CallOptions options, Channel next) {
		return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {

			@Override
			public void start(Listener<O> answers, Metadata headers) {
				String trackingId = TrackingId.current();
				if (trackingId != null) {
					TrackingIdMetadata.put(headers, trackingId);
				}
				super.start(answers, headers);
			}

		};
	}

}
