// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Where values without quotes end.
 */
final class PlainValues {

	private static final String[] SCHEMES = { "Bearer", "Basic", "Digest", "Token", "ApiKey", "Negotiate",
			"AWS4-HMAC-SHA256" };

	private PlainValues() {
	}

	/**
	 * Return the end of a value.
	 * @param cookies whether the value goes on after a semicolon and a space
	 */
	static int end(String text, int start, boolean cookies) {
		if (PrivateKeys.isAt(text, start)) {
			return endOfWord(text, PrivateKeys.endOf(text, start), cookies);
		}
		int end = endOfWord(text, start, cookies);
		boolean more = isScheme(text, start, end) && Chars.at(Chars.SPACE, text, end);
		return more ? endOfWord(text, Chars.skip(Chars.SPACE, text, end), cookies) : end;
	}

	/** Return the end of a line, which may be escaped, or end with a quote. */
	static int endOfLine(String text, int start, char quote) {
		for (int i = start; i < text.length(); i++) {
			char character = text.charAt(i);
			boolean escaped = character == '\\' && i + 1 < text.length() && "nr*".indexOf(text.charAt(i + 1)) >= 0;
			if (escaped || Chars.in(Chars.LINE_END, character)) {
				return i;
			}
			if (character == quote) {
				return Quotes.skipBackslashesBack(text, i, start);
			}
		}
		return text.length();
	}

	private static int endOfWord(String text, int start, boolean cookies) {
		int i = start;
		while (i < text.length()) {
			if (text.charAt(i) == '\\') {
				int next = Quotes.skipBackslashes(text, i);
				if (next < text.length() && "\"'nrt*".indexOf(text.charAt(next)) >= 0) {
					return i;
				}
				i = next;
			}
			else if (cookies && text.startsWith("; ", i)) {
				i += 2;
			}
			else if (endsAt(text, i)) {
				return i;
			}
			else {
				i++;
			}
		}
		return i;
	}

	private static boolean endsAt(String text, int at) {
		char character = text.charAt(at);
		return switch (character) {
			case '&' -> true;
			case ',', ';', '|' -> endsItem(text, at + 1);
			case ')', ']', '}', '>', '"', '\'', '`' -> endsPart(text, at + 1);
			case '<' -> text.startsWith("/", at + 1);
			default -> isSpace(character);
		};
	}

	/** After a comma comes a space or another name, else the comma is of the value. */
	private static boolean endsItem(String text, int from) {
		int end = from;
		while (end < text.length() && (Chars.at(Chars.NAME, text, end) || text.charAt(end) == '*')) {
			end++;
		}
		if (end == text.length()) {
			return end == from;
		}
		boolean name = end > from;
		char next = text.charAt(end);
		return name ? next == '=' || next == ':' : isSpace(next) || Chars.in(Chars.QUOTE, next);
	}

	/** After a closing bracket or quote comes no more of the value. */
	static boolean endsPart(String text, int from) {
		return from >= text.length() || isSpace(text.charAt(from))
				|| ",;.:)]}>\"'`|&<\\/".indexOf(text.charAt(from)) >= 0;
	}

	private static boolean isSpace(char character) {
		return character <= ' ' || character == '\u0085' || Character.isSpaceChar(character);
	}

	static boolean isScheme(String text, int start, int end) {
		for (String scheme : SCHEMES) {
			if (scheme.length() == end - start && scheme.regionMatches(true, 0, text, start, end - start)) {
				return true;
			}
		}
		return false;
	}

}
