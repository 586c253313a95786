// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Tells sentences that speak of a secret from its value: {@code password: must not be
 * blank}, {@code secrets: 3 loaded}. Reads three words at most.
 */
final class Sentences {

	private static final int LONGEST_WORD = 20;

	private static final int LONGEST_COUNT = 3;

	private static final int WORDS = 3;

	/** No value begins with these, not even one of many words. */
	private static final String[] VERBS = words("""
			are can cannot could denied did disabled does enabled expected expired failed forbidden has have
			ignored incorrect invalid is isn't malformed may missing must never no not only rejected required
			requires revoked should unauthorized unexpected unknown unsupported was were wrong""");

	/** What a value may be as well, but not with a word behind. */
	private static final String[] NOUNS = words("""
			access account an at attempt authentication client field header
			key length login maximum minimum password permission please request secret server service session
			signature size the this token too unable user username value you your""");

	/** With these, a word goes on to be a sentence. */
	private static final String[] NEGATIONS = words("cannot does doesn't may must not should");

	/** What comes after a value in a sentence. */
	private static final String[] LINKS = words("""
			accepted and as at but by changed did expired failed for from has in invalid is of on or rejected
			succeeded to used was were when will with worked""");

	private Sentences() {
	}

	private static String[] words(String words) {
		return words.split("\\s+");
	}

	/**
	 * Return whether a sentence goes on at an index.
	 * @param text the text
	 * @param start index of what may be a value
	 * @param phrase whether values may have many words
	 */
	static boolean goesOn(String text, int start, boolean phrase) {
		int first = endOfWord(text, start, true);
		if (first == start || !text.startsWith(" ", first) || PlainValues.isScheme(text, start, first)) {
			return false;
		}
		int next = first + 1;
		int second = endOfWord(text, next, false);
		if (second == next) {
			return false;
		}
		if (isOne(VERBS, text, start, first) || !phrase && isOne(NOUNS, text, start, first)) {
			return endsWord(text, second) || text.startsWith(": ", second);
		}
		if (phrase || !endsWord(text, second) || !Chars.at(Chars.LOWER, text, start)) {
			return false;
		}
		return isOne(NEGATIONS, text, next, second)
				|| !isOne(LINKS, text, next, second) && hasWords(text, second, WORDS - 2);
	}

	/** Return whether something is counted: a name in the plural, and a small number. */
	static boolean counts(String text, int endOfName, int start) {
		boolean plural = endOfName > 1 && (text.charAt(endOfName - 1) | 0x20) == 's'
				&& (text.charAt(endOfName - 2) | 0x20) != 's';
		int end = plural ? Chars.skip(Chars.DIGIT, text, start) : start;
		return end > start && end - start <= LONGEST_COUNT && endsWord(text, end);
	}

	private static boolean hasWords(String text, int from, int words) {
		int at = from;
		for (int i = 0; i < words; i++) {
			int end = text.startsWith(" ", at) ? endOfWord(text, at + 1, false) : at;
			if (end <= at + 1 || !endsWord(text, end)) {
				return false;
			}
			at = end;
		}
		return true;
	}

	/** Small letters, also with a dash or an apostrophe; the first may be a capital. */
	private static int endOfWord(String text, int start, boolean capital) {
		int end = (capital && Chars.at(Chars.UPPER, text, start)) ? start + 1 : start;
		while (end - start <= LONGEST_WORD && (Chars.at(Chars.LOWER, text, end)
				|| end > start && Chars.at(Chars.DASH, text, end) || end > start && isApostrophe(text, end))) {
			end++;
		}
		return (end - start <= LONGEST_WORD) ? end : start;
	}

	private static boolean isApostrophe(String text, int at) {
		return text.startsWith("'", at) && Chars.at(Chars.LOWER, text, at + 1);
	}

	private static boolean endsWord(String text, int at) {
		if (Chars.at(Chars.SPACE | Chars.LINE_END, text, at)) {
			return !text.startsWith(" =", at) && !text.startsWith(" :", at);
		}
		boolean mark = at < text.length() && ".,;!?)]\"'".indexOf(text.charAt(at)) >= 0;
		return at == text.length() || mark && PlainValues.endsPart(text, at + 1);
	}

	private static boolean isOne(String[] words, String text, int start, int end) {
		for (String word : words) {
			if (word.length() == end - start && word.regionMatches(true, 0, text, start, end - start)) {
				return true;
			}
		}
		return false;
	}

}
