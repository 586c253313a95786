// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Lists and objects as values: what is between the brackets, whatever it consists of.
 */
final class Brackets {

	private static final int LONGEST_INDEX = 4;

	private Brackets() {
	}

	/**
	 * Return the {@link Range} between a bracket and the one that closes it, all the rest
	 * if there is none. Nothing is between those of {@code {}} and {@code {0}}.
	 */
	static long content(String text, int opening) {
		int end = end(text, opening);
		boolean nothing = end - opening <= LONGEST_INDEX
				&& Chars.skip(Chars.DIGIT | Chars.SPACE, text, opening + 1) == end;
		return nothing ? Range.NONE : Range.of(opening + 1, end);
	}

	/**
	 * Return the {@link Range} of a value in brackets, which it may have as well, and in
	 * front of its codes.
	 */
	static long rejected(String text, int opening) {
		if (!text.startsWith("[", opening) || text.startsWith("[null]", opening)) {
			return Range.emptyAt(opening);
		}
		int end = opening + 1;
		while (end < text.length() && !text.startsWith("]; codes [", end) && !text.startsWith("': rejected", end)) {
			end++;
		}
		return text.startsWith("]", end) ? Range.of(opening + 1, end) : content(text, opening);
	}

	private static int end(String text, int opening) {
		int depth = 0;
		int i = opening;
		while (i < text.length()) {
			char character = text.charAt(i);
			depth += Chars.in(Chars.OPENING, character) ? 1 : Chars.in(Chars.CLOSING, character) ? -1 : 0;
			if (depth == 0) {
				return i;
			}
			int quote = Quotes.skipBackslashes(text, i);
			boolean quoted = quote < text.length() && text.charAt(quote) == '"';
			i = (quoted ? Range.end(Quotes.content(text, i, quote)) + quote - i : Math.max(quote - 1, i)) + 1;
		}
		return text.length();
	}

}
