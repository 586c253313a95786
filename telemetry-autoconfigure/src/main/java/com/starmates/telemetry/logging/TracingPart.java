// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the ids that join a log line to its span, when there is one.
 */
final class TracingPart extends LinePart {

	private static final byte[] OBJECT = JsonBuffer.quote("tracing");

	private static final byte[] TRACE_ID = JsonBuffer.quote("trace_id");

	private static final byte[] SPAN_ID = JsonBuffer.quote("span_id");

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		String traceId = line.ids().traceId();
		if (traceId == null) {
			return;
		}
		json.beginObject(OBJECT);
		json.name(TRACE_ID);
		json.id(traceId);
		String spanId = line.ids().spanId();
		if (spanId != null) {
			json.name(SPAN_ID);
			json.id(spanId);
		}
		json.endObject();
	}

}
