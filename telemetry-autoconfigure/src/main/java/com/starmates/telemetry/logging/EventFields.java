// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * What one log event carries by key, sorted once into members and extra fields. Where a
 * key comes twice, the nearest to the event wins: key/value, then MDC. An instance
 * belongs to one thread, which uses it again and again.
 */
final class EventFields {

	/** Where Boot keeps the ids of the current span in the MDC. */
	private static final String MDC_TRACE_ID = "traceId";

	private static final String MDC_SPAN_ID = "spanId";

	/** Where the OpenTelemetry agent keeps the same, and more. */
	private static final String AGENT_TRACE_ID = "trace_id";

	private static final String AGENT_SPAN_ID = "span_id";

	private static final String AGENT_TRACE_FLAGS = "trace_flags";

	private static final ThreadLocal<EventFields> OF_THREAD = ThreadLocal.withInitial(EventFields::new);

	private static final int MEMBERS = LogMember.count();

	private final @Nullable Object[] members = new @Nullable Object[MEMBERS];

	private final List<String> extraKeys = new ArrayList<>();

	private final List<String> extraNames = new ArrayList<>();

	private final List<Object> extraValues = new ArrayList<>();

	private final JsonBuffer json = new JsonBuffer();

	private boolean borrowed;

	private @Nullable String traceId;

	private @Nullable String spanId;

	/**
	 * Return the instance of the calling thread; or, if an argument's own
	 * {@code toString()} logs while its event is being written, another.
	 */
	static EventFields borrow() {
		EventFields fields = OF_THREAD.get();
		if (fields.borrowed) {
			fields = new EventFields();
		}
		fields.borrowed = true;
		return fields;
	}

	/** Give the instance back, empty. */
	void release() {
		Arrays.fill(this.members, null);
		this.extraKeys.clear();
		this.extraNames.clear();
		this.extraValues.clear();
		this.traceId = null;
		this.spanId = null;
		this.json.shrink();
		this.borrowed = false;
	}

	/** Return where the line is written. */
	JsonBuffer json() {
		return this.json;
	}

	void read(ILoggingEvent event) {
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			for (KeyValuePair pair : pairs) {
				add(pair.key, pair.value);
			}
		}
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (!mdc.isEmpty()) {
			readMdc(mdc);
		}
		if (this.traceId == null) {
			readTrace(Span.current().getSpanContext());
		}
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			ErrorMembers.fill(this, throwable);
		}
	}

	@Nullable Object get(LogMember member) {
		return this.members[member.ordinal()];
	}

	/** Set a member that nobody else has set. */
	void setIfAbsent(LogMember member, @Nullable Object value) {
		if (value != null && this.members[member.ordinal()] == null) {
			this.members[member.ordinal()] = value;
		}
	}

	/** Return the trace id of the work that logged, {@code null} without a trace. */
	@Nullable String traceId() {
		return this.traceId;
	}

	/** Return the span id of the work that logged, {@code null} without a span. */
	@Nullable String spanId() {
		return this.spanId;
	}

	/** Whether a name at the top level of the line is taken. */
	boolean isTaken(String name) {
		return ReservedNames.isReserved(name) || this.extraNames.contains(name);
	}

	int extraCount() {
		return this.extraNames.size();
	}

	String extraName(int index) {
		return this.extraNames.get(index);
	}

	Object extraValue(int index) {
		return this.extraValues.get(index);
	}

	/** The agent's ids come with flags; without, such keys are the application's own. */
	private void readMdc(Map<String, String> mdc) {
		if (!mdc.containsKey(AGENT_TRACE_FLAGS) || !TraceId.isValid(mdc.get(AGENT_TRACE_ID))) {
			mdc.forEach(this::addFromMdc);
			return;
		}
		mdc.forEach(this::addBesideAgents);
		this.traceId = mdc.get(AGENT_TRACE_ID);
		this.spanId = mdc.get(AGENT_SPAN_ID);
	}

	private void addBesideAgents(String key, @Nullable String value) {
		switch (key) {
			case AGENT_TRACE_ID, AGENT_SPAN_ID, AGENT_TRACE_FLAGS -> {
				// already known
			}
			default -> addFromMdc(key, value);
		}
	}

	/** Anybody may write to the MDC; only an id is one. */
	private void addFromMdc(String key, @Nullable String value) {
		switch (key) {
			case MDC_TRACE_ID -> this.traceId = TraceId.isValid(value) ? value : null;
			case MDC_SPAN_ID -> this.spanId = SpanId.isValid(value) ? value : null;
			default -> add(key, value);
		}
	}

	/** Without Boot's MDC entries, the context tells; the thread is then the event's. */
	private void readTrace(SpanContext span) {
		if (span.isValid()) {
			this.traceId = span.getTraceId();
			this.spanId = span.getSpanId();
		}
	}

	private void add(@Nullable String key, @Nullable Object value) {
		if (key == null || value == null) {
			return;
		}
		LogMember member = LogMember.of(key);
		if (member != null) {
			setIfAbsent(member, value);
			return;
		}
		if (!this.extraKeys.contains(key)) {
			this.extraKeys.add(key);
			this.extraNames.add(freeName(key));
			this.extraValues.add(value);
		}
	}

	/** Neither of the library nor of another key. */
	private String freeName(String key) {
		String name = ReservedNames.avoid(key);
		while (this.extraNames.contains(name)) {
			name = name + "_";
		}
		return name;
	}

}
