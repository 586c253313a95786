// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * The columns of a key and their values, as PostgreSQL tells that it exists:
 * {@code Key (email, password)=(a@b.c, x) already exists}.
 */
final class DatabaseKeys implements SecretShape {

	private static final String BETWEEN = ")=(";

	private static final String KEY = "Key (";

	private static final String[] ENDINGS = { ") already exists", ") is not present", ") is still referenced",
			") conflicts with" };

	private final SecretKeys keys;

	DatabaseKeys(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public String triggers() {
		return "=";
	}

	@Override
	public long find(String text, int at, int floor) {
		if (at == floor || !text.startsWith(BETWEEN, at - 1) || !hasSecretColumn(text, at - 1, floor)) {
			return Range.NONE;
		}
		return Range.of(at + 2, endOfValues(text, at + 2));
	}

	/** Reads back no further than to the values of another key. */
	private boolean hasSecretColumn(String text, int end, int floor) {
		int column = end;
		for (int i = end; i > floor; i--) {
			char before = text.charAt(i - 1);
			if (before == '=' || Chars.in(Chars.LINE_END, before)) {
				return false;
			}
			if ("(,:".indexOf(before) >= 0) {
				int name = Chars.skipBack(Chars.QUOTE, text, column, i);
				if (this.keys.verdict(text, i, name, false).isSecret()) {
					return true;
				}
				if (text.startsWith(KEY, i - KEY.length())) {
					return false;
				}
			}
			column = (",:)".indexOf(before) >= 0) ? i - 1 : column;
		}
		return false;
	}

	/** The values may have parentheses, too, so that what comes next tells. */
	private static int endOfValues(String text, int start) {
		int end = -1;
		int i = start;
		while (i < text.length() && !Chars.at(Chars.LINE_END, text, i) && !startsKey(text, i)) {
			if (text.charAt(i) == ')') {
				if (endsKey(text, i)) {
					return i;
				}
				end = (end < 0) ? i : end;
			}
			i++;
		}
		return (end < 0) ? i : end;
	}

	/** Whatever is found there is read for itself. */
	private static boolean startsKey(String text, int at) {
		return text.startsWith(KEY, at) || text.startsWith(BETWEEN, at);
	}

	private static boolean endsKey(String text, int at) {
		for (String ending : ENDINGS) {
			if (text.startsWith(ending, at)) {
				return true;
			}
		}
		return false;
	}

}
