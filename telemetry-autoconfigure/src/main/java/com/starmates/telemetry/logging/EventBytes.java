// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Estimates the memory that an event takes, rather too much than too little: two bytes a
 * character, and what objects need.
 */
final class EventBytes {

	private static final long EVENT = 256;

	private static final long FIELD = 64;

	private static final long FRAME = 96;

	private EventBytes() {
	}

	static long of(ILoggingEvent event) {
		return EVENT + text(event.getFormattedMessage()) + fields(event.getKeyValuePairs())
				+ mdc(event.getMDCPropertyMap()) + throwable(event.getThrowableProxy());
	}

	private static long fields(List<KeyValuePair> pairs) {
		long bytes = 0;
		for (KeyValuePair pair : pairs) {
			bytes += FIELD + text(pair.key) + value(pair.value);
		}
		return bytes;
	}

	/** Only structured arguments have values that are neither text nor small. */
	private static long value(@Nullable Object value) {
		return (value instanceof String || value instanceof Map<?, ?> || value instanceof List<?>)
				? text(value.toString()) : 0;
	}

	private static long mdc(Map<String, String> mdc) {
		long bytes = 0;
		for (Map.Entry<String, String> entry : mdc.entrySet()) {
			bytes += FIELD + text(entry.getValue());
		}
		return bytes;
	}

	private static long throwable(@Nullable IThrowableProxy throwable) {
		if (throwable == null) {
			return 0;
		}
		long bytes = EVENT + text(throwable.getMessage()) + FRAME * throwable.getStackTraceElementProxyArray().length
				+ throwable(throwable.getCause());
		for (IThrowableProxy suppressed : throwable.getSuppressed()) {
			bytes += throwable(suppressed);
		}
		return bytes;
	}

	private static long text(@Nullable String text) {
		return (text != null) ? 2L * text.length() : 0;
	}

}
