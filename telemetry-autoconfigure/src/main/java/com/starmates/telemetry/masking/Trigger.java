// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.function.Predicate;

/**
 * The kinds of characters at which to look for a secret, and the characters after which
 * it is worth it.
 */
enum Trigger {

	/** The end of a name, or of many in parentheses. */
	NAME(":=", (before) -> Chars.in(Chars.NAME | Chars.SPACE | Chars.QUOTE, before) || before == ')'),

	/** The end of a tag. */
	TAG(">", (before) -> Chars.in(Chars.NAME | Chars.SPACE | Chars.LINE_END | Chars.QUOTE, before)),

	/** The start of a quoted argument. */
	ARGUMENT("'\"", (before) -> " \t(\\".indexOf(before) >= 0),

	/** The start of an option. */
	OPTION("-", (before) -> before == '-'),

	/** The start of a card's number. */
	NUMBER("23456", (before) -> !Chars.in(Chars.WORD, before)),

	/** What a number may stand behind. */
	ESCAPE("%\\", (before) -> true),

	/** Bearer, Basic. */
	SCHEME("Bb",
			(before) -> !Chars.in(Chars.LETTER, before) || Chars.in(Chars.HEX, before) || "nrt".indexOf(before) >= 0),

	/** BEGIN. */
	PRIVATE_KEY("B", (before) -> before == '-'),

	/** eyJ. */
	JSON_WEB_TOKEN("J", (before) -> before == 'y'),

	/** The telling characters of prefixes. */
	UNDERSCORE("_", (before) -> TokenPrefix.isKnown(before, '_')),

	DASH("-", (before) -> TokenPrefix.isKnown(before, '-')),

	CAPITAL_I("I", (before) -> TokenPrefix.isKnown(before, 'I')),

	CAPITAL_T("T", (before) -> TokenPrefix.isKnown(before, 'T')),

	SMALL_V("v", (before) -> TokenPrefix.isKnown(before, 'v')),

	CAPITAL_G("G", (before) -> TokenPrefix.isKnown(before, 'G'));

	private final String characters;

	private final Predicate<Character> follows;

	Trigger(String characters, Predicate<Character> follows) {
		this.characters = characters;
		this.follows = follows;
	}

	char[] characters() {
		return this.characters.toCharArray();
	}

	boolean follows(char before) {
		return this.follows.test(before);
	}

}
