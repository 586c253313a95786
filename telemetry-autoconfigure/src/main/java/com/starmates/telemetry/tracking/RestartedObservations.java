// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * Begins a new trace for each request that Spring observes on a server, linked to the
 * caller's. Messages continue the trace of their sender: no public edge lets those in. It
 * must come before the handler that would continue the trace.
 *
 * @since 1.0.0
 */
public final class RestartedObservations extends PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> {

	private final TextMapPropagator callers;

	/**
	 * Create a handler.
	 * @param tracer what the other handlers make spans with
	 * @param openTelemetry where spans go, and how the caller's is read
	 * @param spans makes the spans of requests
	 */
	public RestartedObservations(Tracer tracer, OpenTelemetry openTelemetry, io.opentelemetry.api.trace.Tracer spans) {
		super(tracer, new OtelPropagator(ContextPropagators.noop(), spans));
		this.callers = openTelemetry.getPropagators().getTextMapPropagator();
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ReceiverContext<?> receiver && receiver.getKind() == Kind.SERVER;
	}

	@Override
	public Span.Builder customizeExtractedSpan(ReceiverContext<?> context, Span.Builder builder) {
		Context extracted = this.callers.extract(Context.root(), context, new ReceivedHeaderGetter<>());
		SpanContext caller = io.opentelemetry.api.trace.Span.fromContext(extracted).getSpanContext();
		return caller.isValid() ? builder.addLink(new Link(OtelTraceContext.fromOtel(caller))) : builder;
	}

}
