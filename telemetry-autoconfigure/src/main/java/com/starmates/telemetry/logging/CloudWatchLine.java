// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Assembles the parts of the line in their order.
 */
final class CloudWatchLine {

	private static final String[] OBJECTS = { "request", "response", "user", "session", "workflow", "operation",
			"error" };

	/** What no line may lack. None of it runs code of the application. */
	private final LinePart[] essentials;

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
		this.essentials = line.toArray(LinePart[]::new);
		for (String object : OBJECTS) {
			line.add(new MembersPart(object));
		}
		line.add(new ExceptionPart());
		line.add(new SourcePart(settings.isIncludeCaller()));
		line.add(new TracingPart());
		line.add(new ExtraFieldsPart());
		this.parts = line.toArray(LinePart[]::new);
	}

	/** Begin a line; its end is left to the caller. */
	void begin(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		write(this.parts, json, fields, event);
	}

	/** Begin a line again, with what it must not lack, after a part has failed. */
	void beginAgain(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		write(this.essentials, json, fields, event);
	}

	private static void write(LinePart[] parts, JsonBuffer json, EventFields fields, ILoggingEvent event) {
		json.begin();
		for (LinePart part : parts) {
			part.writeTo(json, fields, event);
		}
	}

	private static void writeText(JsonBuffer json, byte[] name, String value) {
		json.name(name);
		json.string(String.valueOf(value));
	}

}
