// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * What distinguishes tokens from words.
 */
final class Tokens {

	private Tokens() {
	}

	/** Return whether there are letters and digits. */
	static boolean isMixed(String text, int start, int end) {
		return has(Chars.DIGIT, text, start, end) && has(Chars.LETTER, text, start, end);
	}

	/** A dot at the end is that of a sentence. */
	static int trimDots(String text, int start, int end) {
		int trimmed = end;
		while (trimmed > start && text.charAt(trimmed - 1) == '.') {
			trimmed--;
		}
		return trimmed;
	}

	/** Return whether one of the characters is in a set. */
	static boolean has(int set, String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (Chars.in(set, text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

}
