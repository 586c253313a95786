// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Values on command lines: {@code --password x}, {@code curl -u user:x}.
 */
final class CommandLines implements SecretShape {

	private static final String CURL = "curl ";

	private static final String[] USER_OPTIONS = { "-u ", "-u", "--user ", "--user=", "-U ", "--proxy-user " };

	private static final int LONGEST_COMMAND = 200;

	private final SecretKeys keys;

	CommandLines(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public String triggers() {
		return "-:";
	}

	@Override
	public long find(String text, int at, int floor) {
		return (text.charAt(at) == ':') ? passwordOfUser(text, at, floor) : option(text, at, floor);
	}

	/** An option with two dashes, without an equals sign. */
	private long option(String text, int at, int floor) {
		boolean dashes = Chars.before(Chars.DASH, text, at, floor) && !Chars.before(Chars.NAME, text, at - 1, floor);
		if (!dashes || !Chars.at(Chars.LETTER, text, at + 1)) {
			return Range.NONE;
		}
		int end = Chars.skip(Chars.TOKEN, text, at + 1);
		int start = Chars.skip(Chars.SPACE, text, end);
		boolean value = start > end && start < text.length() && "-<[({|:=".indexOf(text.charAt(start)) < 0
				&& this.keys.verdict(text, at + 1, end, false).isSecret() && !Sentences.goesOn(text, start, false);
		return value ? content(text, start) : Range.NONE;
	}

	private static long passwordOfUser(String text, int at, int floor) {
		int user = startOfUser(text, at, floor);
		if (!isAfterOption(text, user, floor) || !isCurl(text, user) || PlainValues.endsPart(text, at + 1)) {
			return Range.NONE;
		}
		char before = text.charAt(user - 1);
		int end = Chars.in(Chars.QUOTE, before) ? text.indexOf(before, at) : -1;
		return (end < 0) ? content(text, at + 1) : Range.of(at + 1, end);
	}

	/** Names of users may be addresses: {@code bob+x@example.com}. */
	private static int startOfUser(String text, int at, int floor) {
		int start = at;
		while (Chars.before(Chars.TOKEN, text, start, floor)
				|| start > floor && "@+".indexOf(text.charAt(start - 1)) >= 0) {
			start--;
		}
		return start;
	}

	/** The name of the user may be quoted, together with the password. */
	private static boolean isAfterOption(String text, int user, int floor) {
		int end = Chars.before(Chars.QUOTE, text, user, floor) ? user - 1 : user;
		for (String option : USER_OPTIONS) {
			if (end - option.length() > floor && text.startsWith(" " + option, end - option.length() - 1)) {
				return true;
			}
		}
		return false;
	}

	/** What has been masked since the command does not matter. */
	private static boolean isCurl(String text, int end) {
		int start = end;
		while (start > 0 && end - start < LONGEST_COMMAND && !Chars.before(Chars.LINE_END, text, start, 0)) {
			start--;
			if (text.startsWith(CURL, start)) {
				return true;
			}
		}
		return false;
	}

	private static long content(String text, int start) {
		int quote = Quotes.opening(text, start);
		return (quote < 0) ? Range.of(start, PlainValues.end(text, start, false)) : Quotes.content(text, start, quote);
	}

}
