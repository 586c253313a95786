// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * The password in {@code scheme://user:password@host}, and the token in
 * {@code scheme://token@host}.
 */
final class UserInfo implements SecretShape {

	private static final String MASKED = Masker.MASK + '@';

	private static final int SHORTEST_TOKEN = 20;

	@Override
	public String triggers() {
		return ":";
	}

	@Override
	public long find(String text, int at, int floor) {
		if (!isSlash(text, at + 1) || !isSlash(text, at + 2) || !Chars.before(Chars.ALPHANUMERIC, text, at, floor)) {
			return Range.NONE;
		}
		int start = at + 3;
		int colon = -1;
		int end = -1;
		for (int i = start; i < text.length() && !endsAuthority(text, i); i++) {
			char character = text.charAt(i);
			if (character == ':' && colon < 0) {
				colon = i;
				if (text.startsWith(MASKED, i + 1)) {
					return Range.emptyAt(i + MASKED.length());
				}
			}
			else if (character == '@') {
				end = (colon >= 0 || end < 0) ? i : end;
			}
		}
		if (colon >= 0 && colon < end) {
			return Range.of(colon + 1, end);
		}
		return isToken(text, start, end) ? Range.of(start, end) : Range.NONE;
	}

	private static boolean isSlash(String text, int at) {
		return at < text.length() && text.charAt(at) == '/';
	}

	private static boolean endsAuthority(String text, int at) {
		char character = text.charAt(at);
		return character <= ' ' || "/?#\"'<>\\`".indexOf(character) >= 0 || text.startsWith(Masker.MASK, at);
	}

	private static boolean isToken(String text, int start, int end) {
		return end - start >= SHORTEST_TOKEN && Chars.skip(Chars.BASE64_URL, text, start) == end
				&& Tokens.isMixed(text, start, end);
	}

}
