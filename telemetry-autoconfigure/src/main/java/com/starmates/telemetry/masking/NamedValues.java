// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Values after their names: {@code name=value}, {@code name: value},
 * {@code "name":"value"}, also where the quotes are escaped; in JSON, queries, headers,
 * and what {@code toString()} makes.
 */
final class NamedValues implements SecretShape {

	private static final String[] NO_SECRETS = { "null", "true", "false", "undefined", "nil", "?", "%s" };

	/** In what Spring says of a field that it cannot bind. */
	private static final String REJECTED = "rejected value ";

	private static final String BEAN = "bean with name '";

	private static final String[] ACTIONS = { "read", "write", "readwrite", "admin", "manage", "create", "update",
			"change", "edit", "delete", "remove", "list", "view", "show", "reset", "rotate", "renew", "refresh",
			"revoke", "issue", "generate", "introspect", "exchange", "verify", "execute", "all" };

	private static final int LONGEST_STATUS = 3;

	private static final int LONGEST_WORD = 20;

	private final SecretKeys keys;

	NamedValues(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public String triggers() {
		return ":=";
	}

	@Override
	public long find(String text, int at, int floor) {
		int end = Chars.skipBack(Chars.SPACE, text, at, floor);
		boolean quoted = Chars.before(Chars.QUOTE, text, end, floor);
		if (quoted) {
			end = Quotes.skipBackslashesBack(text, end - 1, floor);
		}
		KeyVerdict verdict = this.keys.verdict(text, floor, end, quoted);
		if (verdict == KeyVerdict.EXEMPT) {
			int start = startOfValue(text, at, quoted);
			int quote = Quotes.opening(text, start);
			return Range.emptyAt(Chars.skip(Chars.DIGIT, text, (quote < 0) ? start : quote + 1));
		}
		if (!verdict.isSecret() || text.startsWith("://", at) || isCast(text, at)
				|| quoted && Chars.at(Chars.QUOTE, text, end) && isBean(text, end)) {
			return Range.NONE;
		}
		return quoted ? quotedName(text, at) : plainName(text, at, floor, end, verdict);
	}

	/** Spring tells the names of beans: {@code bean with name 'passwordEncoder': x}. */
	private static boolean isBean(String text, int end) {
		int start = Chars.skipBack(Chars.WORD, text, end, 0);
		return text.startsWith(BEAN, start - BEAN.length());
	}

	private static long quotedName(String text, int at) {
		int start = startOfValue(text, at, true);
		if (text.startsWith(REJECTED, start)) {
			return Brackets.rejected(text, start + REJECTED.length());
		}
		return value(text, start, Quotes.opening(text, start), KeyVerdict.SECRET);
	}

	private static long plainName(String text, int at, int floor, int end, KeyVerdict verdict) {
		int start = startOfValue(text, at, false);
		int quote = Quotes.opening(text, start);
		if (quote < 0 && isSpokenOf(text, at, end, start, verdict)) {
			return Range.NONE;
		}
		int name = Chars.skipBack(Chars.NAME, text, end, floor);
		if (verdict == KeyVerdict.SPOKEN_OF && isSentence(text, at, name, floor)) {
			return token(text, (quote < 0) ? start : quote + 1);
		}
		if (verdict == KeyVerdict.LINE && text.charAt(at) == ':' && quote < 0) {
			return Range.of(start, PlainValues.endOfLine(text, start, before(Chars.QUOTE, text, name, floor)));
		}
		return value(text, start, quote, verdict);
	}

	/** Operators may be longer: {@code =>} and {@code :=}. */
	private static int startOfValue(String text, int at, boolean quoted) {
		boolean longer = text.startsWith("=>", at) || text.startsWith(":=", at);
		return Chars.skip(quoted ? Chars.SPACE | Chars.LINE_END : Chars.SPACE, text, longer ? at + 2 : at + 1);
	}

	private static long value(String text, int start, int quote, KeyVerdict verdict) {
		if (quote >= 0) {
			return Quotes.content(text, start, quote);
		}
		if (Chars.at(Chars.OPENING, text, start)) {
			return Brackets.content(text, start);
		}
		int end = PlainValues.end(text, start, verdict == KeyVerdict.LINE);
		boolean status = verdict == KeyVerdict.SPOKEN_OF && end - start <= LONGEST_STATUS
				&& Chars.skip(Chars.DIGIT, text, start) == end;
		return (status || isNoSecret(text, start, end)) ? Range.NONE : Range.of(start, end);
	}

	private static boolean isNoSecret(String text, int start, int end) {
		for (String value : NO_SECRETS) {
			if (value.length() == end - start && text.startsWith(value, start)) {
				return true;
			}
		}
		int name = Chars.skip(Chars.TOKEN, text, start + 2);
		return text.startsWith("${", start) && text.startsWith("}", name) && name + 1 >= end;
	}

	/** The value goes on as a sentence, or counts, or is what a permission is for. */
	private static boolean isSpokenOf(String text, int at, int end, int start, KeyVerdict verdict) {
		boolean space = text.startsWith(": ", at);
		return space && Sentences.goesOn(text, start, verdict == KeyVerdict.LINE) || Sentences.counts(text, end, start)
				|| start == at + 1 && isAction(text, start);
	}

	/** SQL tells types after two colons. */
	private static boolean isCast(String text, int at) {
		return text.startsWith("::text", at) || text.startsWith("::character varying", at);
	}

	/** Permissions and scopes have colons, too: {@code token:read}. */
	private static boolean isAction(String text, int start) {
		int end = Chars.skip(Chars.LOWER, text, start);
		for (String action : ACTIONS) {
			if (action.length() == end - start && text.startsWith(action, start)) {
				return text.charAt(start - 1) == ':' && PlainValues.endsPart(text, end);
			}
		}
		return false;
	}

	/** Words stand before the name, and a space after the colon. */
	private static boolean isSentence(String text, int at, int name, int floor) {
		return text.startsWith(": ", at) && Chars.before(Chars.SPACE, text, name, floor)
				&& Chars.before(Chars.LETTER, text, name - 1, floor);
	}

	/** In a sentence, what has digits or is very long is no word. */
	private static long token(String text, int start) {
		int end = Tokens.trimDots(text, start, Chars.skip(Chars.TOKEN68, text, start));
		boolean word = end - start <= LONGEST_STATUS
				|| end - start < LONGEST_WORD && !Tokens.has(Chars.DIGIT, text, start, end);
		return word ? Range.NONE : Range.of(start, end);
	}

	private static char before(int set, String text, int at, int floor) {
		return Chars.before(set, text, at, floor) ? text.charAt(at - 1) : '\n';
	}

}
