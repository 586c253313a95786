// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the ids that join a log line to its span, when there is one.
 */
final class TracingJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	static final String OBJECT = "tracing";

	static final String TRACE_ID = "trace_id";

	static final String SPAN_ID = "span_id";

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		EventFields fields = EventFields.current();
		String traceId = fields.traceId();
		if (traceId == null) {
			return;
		}
		generator.writeObjectPropertyStart(OBJECT);
		generator.writeStringProperty(TRACE_ID, traceId);
		String spanId = fields.spanId();
		if (spanId != null) {
			generator.writeStringProperty(SPAN_ID, spanId);
		}
		generator.writeEndObject();
	}

}
