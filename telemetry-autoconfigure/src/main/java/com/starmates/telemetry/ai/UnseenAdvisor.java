// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;

import org.springframework.ai.chat.client.advisor.observation.AdvisorObservationContext;

/**
 * Keeps the library's own advisor out of the trace: Spring AI observes each advisor, and
 * this one has nothing to tell of itself. What it follows is the child of what called it.
 *
 * @since 1.0.0
 */
public final class UnseenAdvisor implements TracingObservationHandler<AdvisorObservationContext> {

	private final Tracer tracer;

	/**
	 * Create a handler.
	 * @param tracer knows the span of the caller
	 */
	public UnseenAdvisor(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof AdvisorObservationContext advisor
				&& StreamedAnswerAdvisor.NAME.equals(advisor.getAdvisorName());
	}

	@Override
	public void onStart(AdvisorObservationContext context) {
		Span caller = getParentSpan(context);
		if (caller != null) {
			getTracingContext(context).setSpan(caller);
		}
	}

	@Override
	public void onError(AdvisorObservationContext context) {
		// the caller's observation has it, too
	}

	@Override
	public void onEvent(Observation.Event event, AdvisorObservationContext context) {
		// there is no span to add it to
	}

	@Override
	public void onStop(AdvisorObservationContext context) {
		// the caller ends its span
	}

	@Override
	public Tracer getTracer() {
		return this.tracer;
	}

}
