// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;

/**
 * Writes the exception of an event: its class, its stack trace as one text, and where in
 * the application it came about.
 */
final class ExceptionPart extends LinePart {

	private static final byte[] OBJECT = JsonBuffer.quote("exception");

	private static final byte[] CLASS = JsonBuffer.quote("class");

	private static final byte[] STACK_TRACE = JsonBuffer.quote("stack_trace");

	private static final byte[] FILE = JsonBuffer.quote("file");

	private static final byte[] LINE = JsonBuffer.quote("line");

	/** Errors come from the same places, and nearly all frames are of frameworks. */
	private static final int FRAMES = 512;

	private final RecentJson<StackTraceElement> frames = new RecentJson<>(FRAMES);

	private final Masker masker;

	ExceptionPart(Masker masker) {
		this.masker = masker;
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable == null) {
			return;
		}
		JsonBuffer json = line.json();
		json.beginObject(OBJECT);
		json.name(CLASS);
		json.string(throwable.getClassName(), line.limits().text());
		json.name(STACK_TRACE);
		int start = json.length();
		StackTraceText.write(json, throwable, this.masker, this.frames, line.limits().stackTrace());
		line.sizes().stackTrace(json.length() - start);
		writeLocation(json, ApplicationFrames.origin(throwable), line.limits().text());
		json.endObject();
	}

	private static void writeLocation(JsonBuffer json, @Nullable StackTraceElement frame, int maxBytes) {
		if (frame != null && frame.getFileName() != null) {
			json.name(FILE);
			json.string(frame.getFileName(), maxBytes);
		}
		if (frame != null && frame.getLineNumber() >= 0) {
			json.name(LINE);
			json.number(frame.getLineNumber());
		}
	}

}
