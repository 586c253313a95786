// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.Collection;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context, Levels 1 and 2, to the letter. OpenTelemetry's own propagator writes
 * it as it should be, but when reading it takes the first of two contradicting
 * {@code traceparent} headers, unknown flags, some malformed members of
 * {@code tracestate} and no more than its first part.
 *
 * @since 1.0.0
 * @see <a href="https://www.w3.org/TR/trace-context-2/">Trace Context Level 2</a>
 */
public final class TraceContextPropagator implements TextMapPropagator {

	private static final TraceContextPropagator INSTANCE = new TraceContextPropagator();

	private final TextMapPropagator writer = W3CTraceContextPropagator.getInstance();

	private TraceContextPropagator() {
	}

	/**
	 * Return the propagator.
	 * @return the only instance
	 */
	public static TraceContextPropagator getInstance() {
		return INSTANCE;
	}

	@Override
	public Collection<String> fields() {
		return this.writer.fields();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		this.writer.inject(context, carrier, setter);
	}

	/**
	 * Read the caller's span. What is malformed is ignored: a {@code traceparent} with
	 * its {@code tracestate}, a {@code tracestate} alone.
	 * @param context the context to extend
	 * @param carrier what carries the headers, may be {@code null}
	 * @param getter reads a header from the carrier
	 * @return the context with the caller's span, or the same context if there is none
	 */
	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		TraceParent parent = TraceParent.of(getter.getAll(carrier, TraceParent.NAME));
		if (parent == null) {
			return context;
		}
		return context.with(
				Span.wrap(parent.toSpanContext(TraceStateHeader.parse(getter.getAll(carrier, TraceStateHeader.NAME)))));
	}

	@Override
	public String toString() {
		return "TraceContextPropagator";
	}

}
