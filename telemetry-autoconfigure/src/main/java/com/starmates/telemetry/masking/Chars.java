// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Sets of ASCII characters, and where words begin.
 */
final class Chars {

	static final int LOWER = 1;

	static final int UPPER = 1 << 1;

	static final int DIGIT = 1 << 2;

	static final int UNDERSCORE = 1 << 3;

	static final int DASH = 1 << 4;

	static final int DOT = 1 << 5;

	private static final int PERCENT = 1 << 6;

	private static final int BASE64 = 1 << 7;

	private static final int INDEX = 1 << 8;

	static final int SPACE = 1 << 9;

	private static final int HEX_LETTER = 1 << 10;

	static final int LINE_END = 1 << 11;

	static final int QUOTE = 1 << 12;

	static final int OPENING = 1 << 13;

	static final int CLOSING = 1 << 14;

	static final int LETTER = LOWER | UPPER;

	static final int ALPHANUMERIC = LETTER | DIGIT;

	static final int HEX = DIGIT | HEX_LETTER;

	static final int WORD = ALPHANUMERIC | UNDERSCORE;

	static final int BASE64_URL = WORD | DASH;

	static final int TOKEN = BASE64_URL | DOT;

	/** What credentials in a header consist of, percent-encoded or not. */
	static final int TOKEN68 = TOKEN | BASE64 | PERCENT;

	/** What names consist of, in properties, JSON, headers, queries and code. */
	static final int NAME = TOKEN | INDEX | PERCENT;

	private static final short[] SETS = new short[128];

	static {
		add("abcdefghijklmnopqrstuvwxyz", LOWER);
		add("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER);
		add("0123456789", DIGIT);
		add("abcdefABCDEF", HEX_LETTER);
		add("_", UNDERSCORE);
		add("-", DASH);
		add(".", DOT);
		add("%", PERCENT);
		add("~+/=", BASE64);
		add("[]$", INDEX);
		add(" \t", SPACE);
		add("\r\n", LINE_END);
		add("\"'", QUOTE);
		add("[{", OPENING);
		add("]}", CLOSING);
	}

	private Chars() {
	}

	private static void add(String characters, int set) {
		for (int i = 0; i < characters.length(); i++) {
			SETS[characters.charAt(i)] |= (short) set;
		}
	}

	static boolean in(int set, char character) {
		return character < SETS.length && (SETS[character] & set) != 0;
	}

	/** Return whether the character at an index, if there is one, is in a set. */
	static boolean at(int set, String text, int index) {
		return index < text.length() && in(set, text.charAt(index));
	}

	/** Return whether the character before an index, if one is left, is in a set. */
	static boolean before(int set, String text, int index, int floor) {
		return index > floor && in(set, text.charAt(index - 1));
	}

	/** Return the end of the run of characters in a set that begins at an index. */
	static int skip(int set, String text, int from) {
		int end = from;
		while (at(set, text, end)) {
			end++;
		}
		return end;
	}

	/** Return the start of the run of characters in a set that ends at an index. */
	static int skipBack(int set, String text, int end, int floor) {
		int start = end;
		while (before(set, text, start, floor)) {
			start--;
		}
		return start;
	}

	/** Return whether a word may begin at an index: no letter or digit stands before. */
	static boolean startsWord(String text, int at, int floor) {
		return !before(ALPHANUMERIC, text, at, floor) || endsEscape(text, at, floor);
	}

	/** The letter or digit before may end an escape: {@code %3D \n} {@code \}u003D. */
	private static boolean endsEscape(String text, int at, int floor) {
		if (at - 2 >= floor && text.charAt(at - 2) == '\\') {
			return "nrtbf".indexOf(text.charAt(at - 1)) >= 0;
		}
		if (!before(HEX, text, at, floor) || !before(HEX, text, at - 1, floor)) {
			return false;
		}
		if (at - 3 >= floor && text.charAt(at - 3) == '%') {
			return true;
		}
		return at - 6 >= floor && text.startsWith("\\u", at - 6);
	}

}
