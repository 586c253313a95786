// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import com.starmates.telemetry.masking.Masker;

/**
 * Writes values that come to one field: numbers and booleans as what they are, times as
 * {@link TimeTexts} says, all others as text.
 */
final class JsonScalars {

	/**
	 * Numbers of the JDK whose text is a number in JSON; others may write what they like.
	 */
	private static final Set<Class<?>> EXACT_NUMBERS = Set.of(BigDecimal.class, BigInteger.class, AtomicInteger.class,
			AtomicLong.class, LongAdder.class);

	private JsonScalars() {
	}

	/** Write what a member of the line's own holds: a value of one field. */
	static void writeMember(JsonBuffer json, Object value, MaskedText texts, int maxBytes) {
		if (value instanceof String text) {
			texts.write(json, text, maxBytes);
		}
		else if (isSecretNumber(value, texts)) {
			json.string(Masker.replacement());
		}
		else if (value instanceof Integer || value instanceof Long) {
			json.number(((Number) value).longValue());
		}
		else if (!write(json, value, maxBytes)) {
			texts.write(json, toText(value), maxBytes);
		}
	}

	/** Numbers of an application's own making are written as text, and not asked. */
	static boolean isSecretNumber(Object value, MaskedText texts) {
		if (!(value instanceof Number number)) {
			return false;
		}
		boolean known = value instanceof Long || value instanceof Integer || value instanceof Double
				|| EXACT_NUMBERS.contains(value.getClass());
		return known && texts.isSecret(number);
	}

	/**
	 * Write a value that is neither text nor made of others.
	 * @param maxBytes how many bytes it may take; numbers have as many digits as they
	 * like
	 * @return whether it is one, and was written
	 */
	static boolean write(JsonBuffer json, Object value, int maxBytes) {
		if (value instanceof Short || value instanceof Byte) {
			json.number(((Number) value).longValue());
		}
		else if (value instanceof Double || value instanceof Float) {
			writeFloatingPoint(json, (Number) value);
		}
		else if (value instanceof Boolean) {
			json.literal(value.toString());
		}
		else if (value instanceof Number && EXACT_NUMBERS.contains(value.getClass())) {
			return writeExactNumber(json, value.toString(), maxBytes);
		}
		else {
			return TimeTexts.write(json, value);
		}
		return true;
	}

	private static boolean writeExactNumber(JsonBuffer json, String number, int maxBytes) {
		boolean fits = number.length() <= maxBytes;
		if (fits) {
			json.literal(number);
		}
		return fits;
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
	static String toText(Object value) {
		try {
			return (value instanceof Enum<?> constant) ? constant.name() : String.valueOf(value.toString());
		}
		catch (Throwable ex) {
			return failure(value, ex);
		}
	}

	/** Return what is written in the place of a value that fails. */
	static String failure(Object value, Throwable failure) {
		return "[" + value.getClass().getName() + " failed: " + failure.getClass().getName() + "]";
	}

}
