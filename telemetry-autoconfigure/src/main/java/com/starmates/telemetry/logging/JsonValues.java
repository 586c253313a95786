// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Writes values as JSON. Numbers and booleans keep their type, durations become seconds
 * with six decimals; everything else is written as text.
 */
final class JsonValues {

	private JsonValues() {
	}

	static void write(JsonBuffer json, Object value) {
		if (value instanceof String text) {
			json.string(text);
		}
		else if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
			json.number(((Number) value).longValue());
		}
		else if (value instanceof Duration duration) {
			writeSeconds(json, duration);
		}
		else if (value instanceof Double || value instanceof Float) {
			writeFloatingPoint(json, (Number) value);
		}
		else if (value instanceof Boolean || value.getClass() == BigDecimal.class) {
			json.literal(value.toString());
		}
		else {
			json.string(toText(value));
		}
	}

	private static void writeSeconds(JsonBuffer json, Duration duration) {
		if (duration.isNegative()) {
			json.literal(BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(duration.toNanos()), 6).toPlainString());
			return;
		}
		json.number(duration.getSeconds());
		json.micros((int) TimeUnit.NANOSECONDS.toMicros(duration.getNano()));
	}

	/** JSON has no NaN and no infinity. */
	private static void writeFloatingPoint(JsonBuffer json, Number value) {
		if (Double.isFinite(value.doubleValue())) {
			json.literal(value.toString());
		}
		else {
			json.string(value.toString());
		}
	}

	/** An application's {@code toString()} may throw anything, or return nothing. */
	private static String toText(Object value) {
		try {
			return String.valueOf(value.toString());
		}
		catch (Throwable ex) {
			return "[" + value.getClass().getName() + ".toString() failed: " + ex.getClass().getName() + "]";
		}
	}

}
