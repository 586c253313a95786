// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * What keys and values of the header {@code baggage} are written with: values are UTF-8,
 * with a percent sign before each byte that may not stand for itself.
 *
 * @see <a href="https://www.w3.org/TR/baggage/#value">Baggage, section 3.3.1.3</a>
 */
final class BaggageText {

	/** A token of RFC 9110, section 5.6.2, but for letters and digits. */
	private static final BitSet TOKEN = alphanumericAnd("!#$%&'*+-.^_`|~");

	/** All that is printable, but for blank, quote, comma, semicolon and backslash. */
	private static final BitSet VALUE = alphanumericAnd("!#$%&'()*+-./:<=>?@[]^_`{|}~");

	/** Many take a plus sign for a blank, so it is encoded too. */
	private static final BitSet PLAIN = alphanumericAnd("!#$&'()*-./:<=>?@[]^_`{|}~");

	private static final char[] HEX = "0123456789ABCDEF".toCharArray();

	private BaggageText() {
	}

	static boolean isToken(String key) {
		return !key.isEmpty() && consistsOf(TOKEN, key);
	}

	/** Return whether a value is written as it must be. It may be empty. */
	static boolean isEncoded(String value) {
		if (!consistsOf(VALUE, value)) {
			return false;
		}
		int percent = value.indexOf('%');
		while (percent >= 0) {
			if (octet(value, percent) < 0) {
				return false;
			}
			percent = value.indexOf('%', percent + 1);
		}
		return true;
	}

	static String encode(String text) {
		if (consistsOf(PLAIN, text)) {
			return text;
		}
		StringBuilder encoded = new StringBuilder();
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			if (octet >= 0 && PLAIN.get(octet)) {
				encoded.append((char) octet);
			}
			else {
				encoded.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
			}
		}
		return encoded.toString();
	}

	/** Return what an encoded value says; what is not UTF-8 becomes U+FFFD. */
	static String decode(String value) {
		if (value.indexOf('%') < 0) {
			return value;
		}
		ByteArrayOutputStream octets = new ByteArrayOutputStream(value.length());
		for (int i = 0; i < value.length(); i++) {
			boolean encoded = value.charAt(i) == '%';
			octets.write(encoded ? octet(value, i) : value.charAt(i));
			i += encoded ? 2 : 0;
		}
		return octets.toString(StandardCharsets.UTF_8);
	}

	/** Return what a percent sign stands for, negative if there are no two digits. */
	private static int octet(String value, int percent) {
		if (percent + 2 >= value.length()) {
			return -1;
		}
		int high = Character.digit(value.charAt(percent + 1), 16);
		int low = Character.digit(value.charAt(percent + 2), 16);
		return (high >= 0 && low >= 0) ? high << 4 | low : -1;
	}

	private static boolean consistsOf(BitSet characters, String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!characters.get(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static BitSet alphanumericAnd(String others) {
		BitSet characters = new BitSet(128);
		characters.set('0', '9' + 1);
		characters.set('A', 'Z' + 1);
		characters.set('a', 'z' + 1);
		others.chars().forEach(characters::set);
		return characters;
	}

}
