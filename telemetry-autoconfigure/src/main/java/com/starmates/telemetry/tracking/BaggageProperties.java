// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * The properties of a member of the header {@code baggage}. What they mean is up to those
 * who send and receive them: they are passed on as they came, still encoded.
 *
 * @see <a href="https://www.w3.org/TR/baggage/#property">Baggage, section 3.3.1.4</a>
 */
final class BaggageProperties {

	private static final String SEPARATOR = ";";

	private BaggageProperties() {
	}

	/** Return the properties, or {@code null} if one is malformed. */
	static @Nullable String parse(String text) {
		StringJoiner properties = new StringJoiner(SEPARATOR);
		for (String part : text.split(SEPARATOR, -1)) {
			String property = property(part);
			if (property == null) {
				return null;
			}
			properties.add(property);
		}
		return properties.toString();
	}

	/** Return those of the properties that are well-formed. */
	static String wellFormed(String text) {
		StringJoiner properties = new StringJoiner(SEPARATOR);
		for (String part : text.split(SEPARATOR)) {
			String property = property(part);
			if (property != null) {
				properties.add(property);
			}
		}
		return properties.toString();
	}

	/** Return a property without whitespace, or {@code null} if it is malformed. */
	private static @Nullable String property(String text) {
		int equals = text.indexOf('=');
		String key = TraceParent.withoutWhitespace((equals >= 0) ? text.substring(0, equals) : text);
		if (!BaggageText.isToken(key)) {
			return null;
		}
		if (equals < 0) {
			return key;
		}
		String value = TraceParent.withoutWhitespace(text.substring(equals + 1));
		return BaggageText.isEncoded(value) ? key + "=" + value : null;
	}

}
