// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

/**
 * Reads what is percent-encoded, to compare it: characters beyond ASCII come out as the
 * bytes they were, and what is wrong stays as it is.
 */
final class PercentEncoding {

	private static final int LENGTH = 3;

	private PercentEncoding() {
	}

	static String decode(String text) {
		if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
			return text;
		}
		StringBuilder decoded = new StringBuilder(text.length());
		int at = 0;
		while (at < text.length()) {
			int octet = octet(text, at);
			decoded.append((octet >= 0) ? (char) octet : (text.charAt(at) == '+') ? ' ' : text.charAt(at));
			at += (octet >= 0) ? LENGTH : 1;
		}
		return decoded.toString();
	}

	/** Return the octet that is encoded at an index, or -1. */
	private static int octet(String text, int at) {
		if (text.charAt(at) != '%' || at + LENGTH > text.length()) {
			return -1;
		}
		int high = Character.digit(text.charAt(at + 1), 16);
		int low = Character.digit(text.charAt(at + 2), 16);
		return (high < 0 || low < 0) ? -1 : 16 * high + low;
	}

}
