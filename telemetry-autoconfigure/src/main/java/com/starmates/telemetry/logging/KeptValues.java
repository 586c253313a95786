// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * Values as they can be kept: those that never change stay what they are, others become
 * one that does not, most of them text.
 */
final class KeptValues {

	private static final Set<Class<?>> CONSTANTS = Set.of(String.class, Integer.class, Long.class, Boolean.class,
			Double.class, Float.class, Short.class, Byte.class, Character.class, BigDecimal.class, BigInteger.class,
			UUID.class);

	private KeptValues() {
	}

	/** Return a value that nobody can change. */
	static @Nullable Object of(@Nullable Object value) {
		if (value == null || isConstant(value)) {
			return value;
		}
		if (value instanceof AtomicInteger || value instanceof AtomicLong || value instanceof LongAdder) {
			return ((Number) value).longValue();
		}
		return (value.getClass() == Date.class) ? ((Date) value).toInstant() : text(value);
	}

	private static boolean isConstant(Object value) {
		return CONSTANTS.contains(value.getClass()) || value instanceof Enum<?>
				|| value.getClass().getPackageName().equals("java.time");
	}

	/** Elements of arrays are worth more than what an array says of itself. */
	private static String text(Object value) {
		return value.getClass().isArray() ? MessageFormatter.arrayFormat("{}", new Object[] { value }).getMessage()
				: JsonScalars.toText(value);
	}

}
