// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes where an event was logged. Function and line cost a stack walk: only errors get
 * them, unless they are wanted always; access lines never do.
 */
final class SourceJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	static final String OBJECT = "source";

	/** Logger of access lines; where they are written tells nobody anything. */
	private static final String ACCESS_LOGGER = "com.starmates.telemetry.access";

	private final boolean includeCaller;

	SourceJsonProvider(boolean includeCaller) {
		this.includeCaller = includeCaller;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		generator.writeObjectPropertyStart(OBJECT);
		generator.writeStringProperty("module", event.getLoggerName());
		if (isCallerWanted(event)) {
			writeCaller(generator, event.getCallerData());
		}
		generator.writeStringProperty("thread", event.getThreadName());
		generator.writeEndObject();
	}

	private boolean isCallerWanted(ILoggingEvent event) {
		return (this.includeCaller || event.getLevel().isGreaterOrEqual(Level.ERROR))
				&& !ACCESS_LOGGER.equals(event.getLoggerName());
	}

	private static void writeCaller(JsonGenerator generator, StackTraceElement[] callerData) {
		if (callerData.length > 0) {
			generator.writeStringProperty("function", callerData[0].getMethodName());
			if (callerData[0].getLineNumber() >= 0) {
				generator.writeNumberProperty("line", callerData[0].getLineNumber());
			}
		}
	}

}
