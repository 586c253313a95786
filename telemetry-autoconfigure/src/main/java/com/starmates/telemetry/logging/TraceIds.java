// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Map;
import java.util.function.Predicate;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the work that logged an event: from the MDC, where Boot or the OpenTelemetry
 * agent keep them, else of the current context; the thread is then the event's.
 */
final class TraceIds {

	/** Where Boot keeps the ids of the current span in the MDC. */
	private static final String MDC_TRACE_ID = "traceId";

	private static final String MDC_SPAN_ID = "spanId";

	/** Where the OpenTelemetry agent keeps the same, and more. */
	private static final String AGENT_TRACE_ID = "trace_id";

	private static final String AGENT_SPAN_ID = "span_id";

	private static final String AGENT_TRACE_FLAGS = "trace_flags";

	private final CheckedId traceIds = new CheckedId(TraceId::isValid);

	private final CheckedId spanIds = new CheckedId(SpanId::isValid);

	private @Nullable String traceId;

	private @Nullable String spanId;

	private boolean agents;

	private int inMdc;

	/** Anybody may write to the MDC; only an id is one. */
	void read(Map<String, String> mdc) {
		if (!mdc.isEmpty()) {
			readMdc(mdc);
		}
		if (this.traceId == null) {
			readContext(Span.current().getSpanContext());
		}
	}

	/** Return how many entries of the MDC belong to these ids, or less. */
	int inMdc() {
		return this.inMdc;
	}

	/** Return whether an entry of the MDC holds what belongs to these ids. */
	boolean isOwn(String key, String value) {
		return switch (key) {
			case MDC_TRACE_ID -> TraceId.isValid(value);
			case MDC_SPAN_ID -> SpanId.isValid(value);
			case AGENT_TRACE_ID, AGENT_SPAN_ID, AGENT_TRACE_FLAGS -> this.agents;
			default -> false;
		};
	}

	/** Return the trace id, {@code null} without a trace. */
	@Nullable String traceId() {
		return this.traceId;
	}

	/** Return the span id, {@code null} without a span. */
	@Nullable String spanId() {
		return this.spanId;
	}

	void clear() {
		this.traceId = null;
		this.spanId = null;
		this.agents = false;
		this.inMdc = 0;
	}

	/** The agent's ids come with flags; without, such keys are the application's own. */
	private void readMdc(Map<String, String> mdc) {
		String agentsId = mdc.containsKey(AGENT_TRACE_FLAGS) ? mdc.get(AGENT_TRACE_ID) : null;
		this.agents = TraceId.isValid(agentsId);
		String trace = this.agents ? agentsId : mdc.get(MDC_TRACE_ID);
		String span = mdc.get(this.agents ? AGENT_SPAN_ID : MDC_SPAN_ID);
		this.traceId = this.traceIds.valid(trace);
		this.spanId = this.spanIds.valid(span);
		this.inMdc = ((this.traceId != null) ? 1 : 0) + ((this.spanId != null) ? 1 : 0);
	}

	private void readContext(SpanContext span) {
		if (span.isValid()) {
			this.traceId = span.getTraceId();
			this.spanId = span.getSpanId();
		}
	}

	/** Lines of one request have the same ids: what was valid on the last is valid. */
	private static final class CheckedId {

		private final Predicate<String> validity;

		private @Nullable String lastValid;

		CheckedId(Predicate<String> validity) {
			this.validity = validity;
		}

		@Nullable String valid(@Nullable String id) {
			if (id == null || id.equals(this.lastValid)) {
				return id;
			}
			if (!this.validity.test(id)) {
				return null;
			}
			this.lastValid = id;
			return id;
		}

	}

}
