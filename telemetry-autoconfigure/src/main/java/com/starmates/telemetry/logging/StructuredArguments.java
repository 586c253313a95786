// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.argument.StructuredArgument;
import net.logstash.logback.marker.LogstashMarker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import tools.jackson.core.JsonGenerator;

/**
 * Reads what structured arguments and markers of logstash-logback-encoder would write.
 */
final class StructuredArguments {

	private StructuredArguments() {
	}

	static void read(ILoggingEvent event, BiConsumer<String, Object> fields) {
		@Nullable Object[] arguments = event.getArgumentArray();
		if (arguments != null) {
			for (Object argument : arguments) {
				if (argument instanceof StructuredArgument structured) {
					read(structured::writeTo, fields);
				}
			}
		}
		List<Marker> markers = event.getMarkerList();
		if (markers != null) {
			markers.forEach((marker) -> read(marker, fields, 0));
		}
	}

	/** Markers may refer to others; to themselves they should not. */
	private static void read(Marker marker, BiConsumer<String, Object> fields, int depth) {
		if (marker instanceof LogstashMarker structured) {
			read(structured::writeTo, fields);
		}
		if (marker.hasReferences() && depth < 8) {
			marker.iterator().forEachRemaining((next) -> read(next, fields, depth + 1));
		}
	}

	private static void read(Consumer<JsonGenerator> writer, BiConsumer<String, Object> fields) {
		Map<?, ?> written = Beans.written(writer);
		if (written != null) {
			written.forEach((name, value) -> fields.accept(name.toString(), value));
		}
	}

}
