// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Set;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.OutboundHosts;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;

/**
 * Makes the spans of calls by Spring's HTTP clients, and tells the hosts that may know it
 * which trace a call belongs to. Meters of the same observations keep their labels.
 *
 * @since 1.0.0
 */
public final class ClientSpanHandler extends PropagatingSenderTracingObservationHandler<SenderContext<?>> {

	/** What Spring's conventions tell, which spans have by other names. */
	private static final Set<String> OF_METERS = Set.of("method", "uri", "status", "client.name", "exception",
			"outcome", "http.url", "error");

	private final ClientSpans spans;

	private final OutboundHosts hosts;

	/**
	 * Create a handler.
	 * @param tracer makes the spans
	 * @param propagator writes the headers
	 * @param hosts who is told which trace a call belongs to
	 * @param masker what spans must not tell
	 */
	public ClientSpanHandler(Tracer tracer, Propagator propagator, OutboundHosts hosts, Masker masker) {
		super(tracer, propagator);
		this.spans = new ClientSpans(masker);
		this.hosts = hosts;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return ClientCall.isIn(context);
	}

	@Override
	public void onStart(SenderContext<?> context) {
		ClientCall call = this.hosts.isEverybody() ? null : ClientCall.of(context);
		if (call == null || this.hosts.include(call.uri().getHost())) {
			super.onStart(context);
		}
		else {
			getTracingContext(context).setSpan(createSenderSpan(context));
		}
	}

	@Override
	public void onStop(SenderContext<?> context) {
		Span span = getRequiredSpan(context);
		ClientCall call = ClientCall.of(context);
		if (call != null) {
			this.spans.describe(OtelSpan.toOtel(span), call, context.getError());
		}
		for (KeyValue value : context.getAllKeyValues()) {
			if (!OF_METERS.contains(value.getKey())) {
				span.tag(value.getKey(), value.getValue());
			}
		}
		endSpan(context, span);
	}

}
