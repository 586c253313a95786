// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes where an event was logged. Function and line cost a stack walk: only errors get
 * them, unless they are wanted always; access lines never do.
 */
final class SourcePart extends LinePart {

	private static final byte[] OBJECT = JsonBuffer.quote("source");

	private static final byte[] MODULE = JsonBuffer.quote("module");

	private static final byte[] FUNCTION = JsonBuffer.quote("function");

	private static final byte[] LINE = JsonBuffer.quote("line");

	private static final byte[] THREAD = JsonBuffer.quote("thread");

	/**
	 * Most services have fewer loggers that say something, and fewer threads in their
	 * pools. Names of virtual threads do not come again after their request.
	 */
	private static final int RECENT = 256;

	private final RecentTexts modules = new RecentTexts(RECENT, MaskedText.WITHOUT_SECRETS);

	private final RecentTexts threads = new RecentTexts(RECENT, MaskedText.WITHOUT_SECRETS);

	private final boolean includeCaller;

	SourcePart(boolean includeCaller) {
		this.includeCaller = includeCaller;
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		int maxBytes = line.limits().text();
		json.beginObject(OBJECT);
		json.name(MODULE);
		this.modules.write(json, String.valueOf(event.getLoggerName()), maxBytes);
		if (isCallerWanted(event)) {
			writeCaller(json, event.getCallerData(), maxBytes);
		}
		json.name(THREAD);
		this.threads.write(json, String.valueOf(event.getThreadName()), maxBytes);
		json.endObject();
	}

	private boolean isCallerWanted(ILoggingEvent event) {
		return (this.includeCaller || event.getLevel().isGreaterOrEqual(Level.ERROR)) && !AccessLines.contain(event);
	}

	private static void writeCaller(JsonBuffer json, StackTraceElement[] callerData, int maxBytes) {
		if (callerData.length > 0) {
			json.name(FUNCTION);
			json.string(callerData[0].getMethodName(), maxBytes);
			if (callerData[0].getLineNumber() >= 0) {
				json.name(LINE);
				json.number(callerData[0].getLineNumber());
			}
		}
	}

}
