// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Signed and encrypted JSON Web Tokens, also with empty parts and without the last ones.
 */
final class JsonWebTokens implements SecretShape {

	private static final String START = "eyJ";

	private static final int SHORTEST_HEADER = 10;

	private static final int MOST_DOTS = 4;

	@Override
	public String triggers() {
		return "J";
	}

	@Override
	public long find(String text, int at, int floor) {
		int start = at - 2;
		if (start < floor || !text.startsWith(START, start) || !Chars.startsWord(text, start, floor)) {
			return Range.NONE;
		}
		int header = endOfHeader(text, start);
		if (header - start < SHORTEST_HEADER || !Chars.at(Chars.DOT, text, header)) {
			return Range.NONE;
		}
		int end = header;
		int dots = 0;
		while (dots < MOST_DOTS && Chars.at(Chars.DOT, text, end) && isPart(text, end + 1, dots)) {
			end = Chars.skip(Chars.BASE64_URL, text, end + 1);
			dots++;
		}
		return (dots > 1 || text.startsWith(START, header + 1)) ? Range.of(start, end) : Range.NONE;
	}

	/** Stops where another token begins, lest the same be read again from there. */
	private static int endOfHeader(String text, int start) {
		int end = start + START.length();
		while (Chars.at(Chars.BASE64_URL, text, end)
				&& !(text.startsWith(START, end) && Chars.startsWord(text, end, start))) {
			end++;
		}
		return end;
	}

	/** A dot may also end a sentence. */
	private static boolean isPart(String text, int from, int dots) {
		return dots < 2 || Chars.at(Chars.BASE64_URL | Chars.DOT, text, from);
	}

}
