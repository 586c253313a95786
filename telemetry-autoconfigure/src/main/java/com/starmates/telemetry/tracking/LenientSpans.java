// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and ends spans around an application's code. Samplers and span processors may be
 * the application's own; what they throw is not thrown at its code.
 *
 * @since 1.0.0
 */
public final class LenientSpans {

	private static final Logger logger = LoggerFactory.getLogger(LenientSpans.class);

	private LenientSpans() {
	}

	/**
	 * Start a span.
	 * @param builder what starts it
	 * @param parent the context that it is started in
	 * @return the span; if it cannot be started, one that records nothing, with which
	 * work goes on in the trace of its parent
	 */
	public static Span start(SpanBuilder builder, Context parent) {
		try {
			return builder.startSpan();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A span cannot be started", ex);
			return Span.wrap(Span.fromContext(parent).getSpanContext());
		}
	}

	/**
	 * End a span.
	 * @param span what to end
	 */
	public static void end(Span span) {
		try {
			span.end();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A span cannot be ended", ex);
		}
	}

}
