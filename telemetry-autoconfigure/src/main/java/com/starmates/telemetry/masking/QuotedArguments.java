// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Quoted values behind a word, not a sign: {@code setPassword("x")} of code,
 * {@code WITH PASSWORD 'x'} and {@code IDENTIFIED BY 'x'} of SQL.
 */
final class QuotedArguments implements SecretShape {

	private static final String[] STATEMENTS = { "PASSWORD", "IDENTIFIED BY" };

	private static final String[] SETTERS = { "set", "with" };

	private final SecretKeys keys;

	QuotedArguments(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public String triggers() {
		return "'\"";
	}

	@Override
	public long find(String text, int at, int floor) {
		boolean secret = Chars.before(Chars.SPACE, text, at, floor) ? isInStatement(text, at, floor)
				: isOfSetter(text, Quotes.skipBackslashesBack(text, at, floor), floor);
		return secret ? Quotes.content(text, Quotes.skipBackslashesBack(text, at, floor), at) : Range.NONE;
	}

	private static boolean isInStatement(String text, int at, int floor) {
		int end = Chars.skipBack(Chars.SPACE, text, at, floor);
		for (String statement : STATEMENTS) {
			int start = end - statement.length();
			if (start >= floor && text.regionMatches(true, start, statement, 0, statement.length())
					&& !Chars.before(Chars.WORD, text, start, floor)) {
				return true;
			}
		}
		return false;
	}

	private boolean isOfSetter(String text, int at, int floor) {
		if (at - 1 <= floor || text.charAt(at - 1) != '(' || !Chars.before(Chars.LETTER, text, at - 1, floor)) {
			return false;
		}
		int start = Chars.skipBack(Chars.WORD, text, at - 1, floor);
		for (String setter : SETTERS) {
			if (text.startsWith(setter, start) && start + setter.length() < at - 1) {
				return this.keys.verdict(text, start + setter.length(), at - 1, false).isSecret();
			}
		}
		return false;
	}

}
