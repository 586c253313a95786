// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Words that decide about a key which ends with them, however they are written.
 *
 * @param letters the words, in small letters and without separators
 * @param scope where in the key the first of them stands
 * @param verdict what they say of the value
 */
record KeyPhrase(String letters, Scope scope, KeyVerdict verdict) {

	/** Where a phrase may begin. */
	enum Scope {

		/** Anywhere, also inside a word: "dbpassword". */
		SUFFIX,

		/** At the beginning of a word. */
		WORD,

		/** At the beginning of a word, the last one of a class: "TokenService". */
		CLASS,

		/** At the beginning of the key, and it ends where the key ends. */
		KEY

	}

	/** Return whether the phrase must end where the key ends. */
	boolean isLast() {
		return this.scope == Scope.CLASS || this.scope == Scope.KEY;
	}

	/**
	 * Return the index where the phrase begins if it ends at another, else -1. Between
	 * its letters may stand whatever separates words.
	 */
	int startIn(String text, int floor, int end, int separators) {
		int start = end;
		int letter = this.letters.length() - 1;
		while (letter >= 0 && start > floor) {
			start--;
			if ((text.charAt(start) | 0x20) == this.letters.charAt(letter)) {
				letter--;
			}
			else if (!Chars.in(separators, text.charAt(start))) {
				return -1;
			}
		}
		return (letter < 0 && beginsInScope(text, floor, start)) ? start : -1;
	}

	private boolean beginsInScope(String text, int floor, int start) {
		return switch (this.scope) {
			case SUFFIX -> true;
			case WORD -> Words.startsAt(text, start, floor);
			case CLASS -> Chars.at(Chars.UPPER, text, start) && Words.startsAt(text, start, floor)
					&& Chars.at(Chars.UPPER, text, Chars.skipBack(Chars.ALPHANUMERIC, text, start, floor));
			case KEY -> !Chars.before(Chars.NAME, text, start, floor);
		};
	}

}
