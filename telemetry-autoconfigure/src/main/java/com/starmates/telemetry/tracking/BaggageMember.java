// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import org.jspecify.annotations.Nullable;

/**
 * One member of the header {@code baggage}.
 *
 * @param key key of the member, a token
 * @param value its value as the header has it
 * @param properties its properties as the header has them, without whitespace around
 * them, or an empty text
 */
record BaggageMember(String key, String value, String properties) {

	/** Return a member by what stands between two commas, {@code null} if it is none. */
	static @Nullable BaggageMember parse(String text) {
		int semicolon = text.indexOf(';');
		String pair = (semicolon >= 0) ? text.substring(0, semicolon) : text;
		int equals = pair.indexOf('=');
		if (equals < 0) {
			return null;
		}
		String key = TraceParent.withoutWhitespace(pair.substring(0, equals));
		String value = TraceParent.withoutWhitespace(pair.substring(equals + 1));
		String properties = (semicolon >= 0) ? BaggageProperties.parse(text.substring(semicolon + 1)) : "";
		return (BaggageText.isToken(key) && BaggageText.isEncoded(value) && properties != null)
				? new BaggageMember(key, value, properties) : null;
	}

	/** Return a member by what the application says, {@code null} if it cannot be one. */
	static @Nullable BaggageMember of(String key, String value, String metadata) {
		return BaggageText.isToken(key)
				? new BaggageMember(key, BaggageText.encode(value), BaggageProperties.wellFormed(metadata)) : null;
	}

	String decodedValue() {
		return BaggageText.decode(this.value);
	}

	/** All of it is ASCII: as many characters as bytes. */
	int length() {
		return this.key.length() + 1 + this.value.length()
				+ (this.properties.isEmpty() ? 0 : 1 + this.properties.length());
	}

	@Override
	public String toString() {
		String pair = this.key + "=" + this.value;
		return this.properties.isEmpty() ? pair : pair + ";" + this.properties;
	}

}
