// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes values as JSON. Numbers and booleans keep their type, durations become seconds
 * with six decimals; everything else is written as text.
 */
final class JsonValues {

	/**
	 * Numbers of the JDK whose text is a number in JSON; others may write what they like.
	 */
	private static final Set<Class<?>> EXACT_NUMBERS = Set.of(BigDecimal.class, BigInteger.class, AtomicInteger.class,
			AtomicLong.class, LongAdder.class);

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
		else if (value instanceof Boolean || EXACT_NUMBERS.contains(value.getClass())) {
			json.literal(value.toString());
		}
		else {
			json.string(toText(value));
		}
	}

	private static void writeSeconds(JsonBuffer json, Duration duration) {
		if (duration.isNegative()) {
			BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds());
			BigDecimal exact = seconds.add(BigDecimal.valueOf(duration.getNano(), 9));
			json.literal(exact.setScale(6, RoundingMode.DOWN).toPlainString());
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
			return value.getClass().isArray() ? arrayToText(value) : String.valueOf(value.toString());
		}
		catch (Throwable ex) {
			return "[" + value.getClass().getName() + ".toString() failed: " + ex.getClass().getName() + "]";
		}
	}

	/** An array in an array, for there is no other way to write one of any type. */
	private static String arrayToText(Object array) {
		String text = Arrays.deepToString(new Object[] { array });
		return text.substring(1, text.length() - 1);
	}

}
