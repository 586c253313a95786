// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Quoted values, also inside other quoted values: as often as a text was quoted, as many
 * backslashes stand before its quotes (none, one, three, seven).
 */
final class Quotes {

	private Quotes() {
	}

	/** Return the index of the quote that opens at an index after backslashes, or -1. */
	static int opening(String text, int from) {
		int quote = skipBackslashes(text, from);
		return Chars.at(Chars.QUOTE, text, quote) ? quote : -1;
	}

	/**
	 * Return the {@link Range} between a quote and the one that closes it; all the rest
	 * if there is none.
	 */
	static long content(String text, int from, int quote) {
		int level = quote - from;
		int i = quote + 1;
		while (i < text.length()) {
			int next = skipBackslashes(text, i);
			if (next < text.length() && text.charAt(next) == text.charAt(quote)
					&& closes(text, next, next - i, level)) {
				return Range.of(quote + 1, next - Math.min(next - i, level));
			}
			i = next + 1;
		}
		return Range.of(quote + 1, text.length());
	}

	/** Return the start of the backslashes that end at an index. */
	static int skipBackslashesBack(String text, int end, int floor) {
		int start = end;
		while (start > floor && text.charAt(start - 1) == '\\') {
			start--;
		}
		return start;
	}

	static int skipBackslashes(String text, int from) {
		int end = from;
		while (end < text.length() && text.charAt(end) == '\\') {
			end++;
		}
		return end;
	}

	/** An apostrophe closes only where the value may end. */
	private static boolean closes(String text, int quote, int backslashes, int level) {
		boolean closes = backslashes < level || (backslashes - level) / (level + 1) % 2 == 0;
		return closes && (text.charAt(quote) == '"' || PlainValues.endsPart(text, quote + 1));
	}

}
