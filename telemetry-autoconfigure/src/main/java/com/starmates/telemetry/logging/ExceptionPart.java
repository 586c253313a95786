// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;

/**
 * Writes the exception of an event: its class, where it was thrown, and its stack trace
 * as one text, root cause first.
 */
final class ExceptionPart implements LinePart {

	private static final byte[] OBJECT = JsonBuffer.quote("exception");

	private static final byte[] CLASS = JsonBuffer.quote("class");

	private static final byte[] STACK_TRACE = JsonBuffer.quote("stack_trace");

	private static final byte[] FILE = JsonBuffer.quote("file");

	private static final byte[] LINE = JsonBuffer.quote("line");

	private final ShortenedThrowableConverter stackTraces = new ShortenedThrowableConverter();

	ExceptionPart() {
		this.stackTraces.setRootCauseFirst(true);
		this.stackTraces.start();
	}

	@Override
	public void writeTo(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable == null) {
			return;
		}
		json.beginObject(OBJECT);
		json.name(CLASS);
		json.string(throwable.getClassName());
		json.name(STACK_TRACE);
		json.string(this.stackTraces.convert(event));
		StackTraceElementProxy[] frames = throwable.getStackTraceElementProxyArray();
		if (frames != null && frames.length > 0) {
			writeLocation(json, frames[0].getStackTraceElement());
		}
		json.endObject();
	}

	private static void writeLocation(JsonBuffer json, StackTraceElement frame) {
		if (frame.getFileName() != null) {
			json.name(FILE);
			json.string(frame.getFileName());
		}
		if (frame.getLineNumber() >= 0) {
			json.name(LINE);
			json.number(frame.getLineNumber());
		}
	}

}
