// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Event;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;

/**
 * Makes no spans of observations that the OpenTelemetry agent has spans of: servers,
 * clients, messages and JDBC. It must come before the handlers that would make them, and
 * leaves those alone that record meters.
 *
 * @since 1.0.0
 */
public final class AgentObservations implements TracingObservationHandler<Observation.Context> {

	/** Of datasource-micrometer, whose contexts are no senders. */
	private static final String JDBC = "jdbc.";

	private final Tracer tracer;

	/**
	 * Create a handler.
	 * @param tracer what the other handlers make spans with
	 */
	public AgentObservations(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof SenderContext<?> || context instanceof ReceiverContext<?>
				|| (context.getName() != null && context.getName().startsWith(JDBC));
	}

	/** Handlers of meters ask for the tracing context, not for a span in it. */
	@Override
	public void onStart(Observation.Context context) {
		getTracingContext(context);
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		// the agent's span is current
	}

	@Override
	@SuppressWarnings("deprecation")
	public void onScopeReset(Observation.Context context) {
		// the agent's span stays current
	}

	@Override
	public void onEvent(Event event, Observation.Context context) {
		// the agent's span has events of its own
	}

	@Override
	public void onError(Observation.Context context) {
		// the agent sees it too
	}

	@Override
	public Tracer getTracer() {
		return this.tracer;
	}

}
