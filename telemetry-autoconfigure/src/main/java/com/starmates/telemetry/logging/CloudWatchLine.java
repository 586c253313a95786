// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the parts of the line in their order.
 */
final class CloudWatchLine {

	private static final String[] OBJECTS = { "request", "response", "user", "session", "workflow", "operation",
			"error" };

	private final LinePart[] parts;

	CloudWatchLine(CloudWatchEncoder settings) {
		List<LinePart> line = new ArrayList<>();
		byte[] level = JsonBuffer.quote(settings.getKeys().level());
		byte[] message = JsonBuffer.quote(settings.getKeys().message());
		line.add(new TimestampPart(settings.getKeys().timestamp()));
		line.add((json, fields, event) -> writeText(json, level, event.getLevel().toString()));
		line.add((json, fields, event) -> writeText(json, message, event.getFormattedMessage()));
		line.add(new ConstantPart("service", settings.getService()));
		line.add(new TrackingIdPart());
		line.add(new ConstantPart("environment", settings.getEnvironment()));
		for (String object : OBJECTS) {
			line.add(new MembersPart(object));
		}
		line.add(new ExceptionPart());
		line.add(new SourcePart(settings.isIncludeCaller()));
		line.add(new TracingPart());
		line.add(new ExtraFieldsPart());
		this.parts = line.toArray(LinePart[]::new);
	}

	/**
	 * Begin a line; its end is left to the caller. A part that fails leaves nothing
	 * behind, and the others are written all the same.
	 * @return what the last part that failed has thrown, or {@code null}
	 */
	@Nullable Throwable begin(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		Throwable failure = null;
		json.begin();
		for (LinePart part : this.parts) {
			int mark = json.mark();
			try {
				part.writeTo(json, fields, event);
			}
			catch (Throwable ex) {
				json.reset(mark);
				failure = ex;
			}
		}
		return failure;
	}

	private static void writeText(JsonBuffer json, byte[] name, String value) {
		json.name(name);
		json.string(String.valueOf(value));
	}

}
