// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.grpc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import com.starmates.telemetry.tracking.OutboundHosts;
import com.starmates.telemetry.tracking.TrackingId;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Tells servers the tracking id of the work that calls them, besides the trace in
 * {@code traceparent}; tells those that are not to know neither of the two. The last to
 * see a call.
 *
 * @since 1.0.0
 */
public final class TrackingIdClientInterceptor implements ClientInterceptor {

	private static final List<Metadata.Key<String>> PROPAGATED = List.of(key("traceparent"), key("tracestate"),
			key("baggage"));

	private final TrackingIdMetadata metadata;

	private final OutboundHosts hosts;

	/**
	 * Create an interceptor.
	 * @param headerName name of the header of HTTP that carries the tracking id; the
	 * metadata is {@code x-tracking-id} if it cannot be the name of metadata
	 * @param hosts who is told
	 */
	public TrackingIdClientInterceptor(String headerName, OutboundHosts hosts) {
		this.metadata = new TrackingIdMetadata(headerName);
		this.hosts = hosts;
	}

	@Override
	public <I, O> ClientCall<I, O> interceptCall(MethodDescriptor<I, O> method, CallOptions options, Channel next) {
		boolean told = this.hosts.isEverybody() || this.hosts.include(host(options, next));
		return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {

			@Override
			public void start(Listener<O> answers, Metadata headers) {
				if (told) {
					TrackingIdClientInterceptor.this.metadata.put(headers, TrackingId.current());
				}
				else {
					TrackingIdClientInterceptor.this.metadata.remove(headers);
					PROPAGATED.forEach(headers::removeAll);
				}
				super.start(answers, headers);
			}

		};
	}

	private static @Nullable String host(CallOptions options, Channel channel) {
		String authority = options.getAuthority();
		try {
			return new URI("//" + ((authority != null) ? authority : channel.authority())).getHost();
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static Metadata.Key<String> key(String name) {
		return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
	}

}
