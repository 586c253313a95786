// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;

import tools.jackson.core.JsonGenerator;

/**
 * Writes values as JSON. Numbers and booleans keep their type; everything else is written
 * as text.
 */
final class JsonValues {

	private JsonValues() {
	}

	static void write(JsonGenerator generator, String name, Object value) {
		generator.writeName(name);
		if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
			generator.writeNumber(((Number) value).longValue());
		}
		else if (value instanceof BigDecimal decimal) {
			generator.writeNumber(decimal);
		}
		else if (value instanceof Double || value instanceof Float) {
			writeFloatingPoint(generator, ((Number) value).doubleValue());
		}
		else if (value instanceof Boolean bool) {
			generator.writeBoolean(bool);
		}
		else {
			generator.writeString(toText(value));
		}
	}

	/** JSON has no NaN and no infinity. */
	private static void writeFloatingPoint(JsonGenerator generator, double value) {
		if (Double.isFinite(value)) {
			generator.writeNumber(value);
		}
		else {
			generator.writeString(Double.toString(value));
		}
	}

	/** An application's {@code toString()} may throw, or return nothing. */
	private static String toText(Object value) {
		try {
			return String.valueOf(value.toString());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "[" + value.getClass().getName() + ".toString() failed: " + ex.getClass().getName() + "]";
		}
	}

}
