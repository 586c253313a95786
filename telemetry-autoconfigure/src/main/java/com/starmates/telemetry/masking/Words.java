// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * The words that keys consist of: {@code db_password}, {@code dbPassword},
 * {@code DB-PASSWORD} and {@code db.password[0]} have the same two. Digits separate.
 */
final class Words {

	/** What separates words where keys have no spaces. */
	static final int SEPARATORS = Chars.NAME & ~Chars.LETTER;

	private Words() {
	}

	/** Return the start of the word that ends at an index. */
	static int startOf(String text, int end, int floor) {
		int lower = Chars.skipBack(Chars.LOWER, text, end, floor);
		if (lower < end) {
			return Chars.before(Chars.UPPER, text, lower, floor) ? lower - 1 : lower;
		}
		return Chars.skipBack(Chars.UPPER, text, end, floor);
	}

	/** Return whether a word starts at the letter at an index. */
	static boolean startsAt(String text, int start, int floor) {
		if (!Chars.before(Chars.LETTER, text, start, floor)) {
			return true;
		}
		return Chars.at(Chars.UPPER, text, start)
				&& (Chars.before(Chars.LOWER, text, start, floor) || Chars.at(Chars.LOWER, text, start + 1));
	}

}
