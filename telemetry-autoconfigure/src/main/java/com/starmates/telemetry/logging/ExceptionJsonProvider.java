// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the exception of an event: its class, where it was thrown, and its stack trace
 * as one text, root cause first.
 */
final class ExceptionJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	static final String OBJECT = "exception";

	private final ShortenedThrowableConverter stackTraces = new ShortenedThrowableConverter();

	ExceptionJsonProvider() {
		this.stackTraces.setRootCauseFirst(true);
	}

	@Override
	public void start() {
		this.stackTraces.start();
		super.start();
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable == null) {
			return;
		}
		generator.writeObjectPropertyStart(OBJECT);
		generator.writeStringProperty("class", throwable.getClassName());
		generator.writeStringProperty("stack_trace", this.stackTraces.convert(event));
		StackTraceElementProxy[] frames = throwable.getStackTraceElementProxyArray();
		if (frames != null && frames.length > 0) {
			writeLocation(generator, frames[0].getStackTraceElement());
		}
		generator.writeEndObject();
	}

	private void writeLocation(JsonGenerator generator, StackTraceElement frame) {
		if (frame.getFileName() != null) {
			generator.writeStringProperty("file", frame.getFileName());
		}
		if (frame.getLineNumber() >= 0) {
			generator.writeNumberProperty("line", frame.getLineNumber());
		}
	}

}
