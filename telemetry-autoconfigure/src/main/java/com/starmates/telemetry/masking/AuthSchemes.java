// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Credentials after the name of their scheme: {@code Bearer x}, {@code Basic x}. Both
 * names are also words, and what follows them then is one, too.
 */
final class AuthSchemes implements SecretShape {

	private static final String BEARER = "bearer";

	private static final String BASIC = "basic";

	private static final String ENCODED_SPACE = "%20";

	private static final int SHORTEST = 3;

	private static final int LONGEST_PARAMETER = 12;

	private static final String[] AFTER_BEARER = { "token", "tokens", "auth", "authentication", "authorization",
			"authenticated", "scheme", "format", "header", "prefix", "type", "only", "method", "security", "credential",
			"credentials", "required", "missing", "invalid", "expected", "not", "was", "has", "and", "but", "for",
			"from", "with", "without", "must", "the", "can", "jwt" };

	@Override
	public String triggers() {
		return "Bb";
	}

	@Override
	public long find(String text, int at, int floor) {
		boolean bearer = isAt(text, at, 'e', 'a') && text.regionMatches(true, at, BEARER, 0, BEARER.length());
		boolean basic = isAt(text, at, 'a', 's') && text.regionMatches(true, at, BASIC, 0, BASIC.length());
		if (!(bearer || basic) || !Chars.startsWord(text, at, floor)) {
			return Range.NONE;
		}
		int name = at + (bearer ? BEARER.length() : BASIC.length());
		int start = skipSpaces(text, name);
		int end = (start > name) ? endOfCredentials(text, start, text.charAt(name)) : start;
		if (end - start < SHORTEST || isName(text, start, end)) {
			return Range.NONE;
		}
		end = Tokens.trimDots(text, start, end);
		boolean secret = bearer ? !isWord(text, at, start, end) : hasUserAndPassword(text, start, end);
		return secret ? Range.of(start, end) : Range.emptyAt(start);
	}

	/** Most words that begin with the same letter go on with others. */
	private static boolean isAt(String text, int at, char second, char third) {
		return at + 2 < text.length() && (text.charAt(at + 1) | 0x20) == second
				&& (text.charAt(at + 2) | 0x20) == third;
	}

	/** Spaces may be encoded. */
	private static int skipSpaces(String text, int from) {
		if (text.startsWith(ENCODED_SPACE, from)) {
			return from + ENCODED_SPACE.length();
		}
		boolean plus = text.startsWith("+", from) && Chars.at(Chars.ALPHANUMERIC, text, from + 1);
		return plus ? from + 1 : Chars.skip(Chars.SPACE, text, from);
	}

	/** Where the space before is encoded, so is the one behind. */
	private static int endOfCredentials(String text, int start, char space) {
		int end = start;
		while (Chars.at(Chars.TOKEN68, text, end)
				&& !(text.charAt(end) == space && (space == '+' || text.startsWith(ENCODED_SPACE, end)))) {
			end++;
		}
		return end;
	}

	/** What comes next may have a name of its own, and that decides. */
	private static boolean isName(String text, int start, int end) {
		int equals = start;
		while (equals < end && text.charAt(equals) != '=') {
			equals++;
		}
		int padding = equals;
		while (padding < end && text.charAt(padding) == '=') {
			padding++;
		}
		boolean parameter = equals - start <= LONGEST_PARAMETER && text.startsWith("=\"", equals);
		boolean named = equals == end && (text.startsWith(" = ", end) || text.startsWith(" : ", end));
		return parameter || named || padding < end || end < text.length() && "[$({:*".indexOf(text.charAt(end)) >= 0;
	}

	private static boolean isWord(String text, int at, int start, int end) {
		int letters = Chars.skip(Chars.LETTER, text, start);
		if (Tokens.has(Chars.DIGIT, text, start, end)) {
			return false;
		}
		for (String word : AFTER_BEARER) {
			if (word.length() == letters - start && word.regionMatches(true, 0, text, start, word.length())) {
				return true;
			}
		}
		return Chars.at(Chars.LOWER, text, at) && Chars.skip(Chars.LOWER, text, start) == end;
	}

	/** Return whether a colon is in what is encoded in Base64. */
	private static boolean hasUserAndPassword(String text, int start, int end) {
		int bits = 0;
		for (int i = start; i < end; i++) {
			int value = valueOf(text.charAt(i));
			if (value < 0) {
				return false;
			}
			bits = bits << 6 | value;
			int position = (i - start) % 4;
			if (position > 0 && (bits >> (6 - 2 * position) & 0xff) == ':') {
				return true;
			}
		}
		return false;
	}

	private static int valueOf(char character) {
		if (Chars.in(Chars.UPPER, character)) {
			return character - 'A';
		}
		if (Chars.in(Chars.LOWER, character)) {
			return character - 'a' + 26;
		}
		if (Chars.in(Chars.DIGIT, character)) {
			return character - '0' + 52;
		}
		return (character == '+' || character == '-') ? 62 : (character == '/' || character == '_') ? 63 : -1;
	}

}
