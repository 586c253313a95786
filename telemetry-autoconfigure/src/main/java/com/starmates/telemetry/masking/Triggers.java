// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Finds the next {@link Trigger}, the inner loop of all masking: first any character that
 * may be one, then whether it is, after the character before.
 */
final class Triggers {

	private static final int ASCII = 128;

	private static final int HALF = 16;

	/** Where a number shorter than that ends is no card. */
	private static final int SHORTEST_NUMBER = 4;

	/**
	 * Of each character, in the lower half a bit for each kind of trigger that it is, in
	 * the upper half one for each kind that may follow it. The last entry stands for what
	 * is beyond ASCII.
	 */
	private static final int[] STANDARD = table(false);

	private static final int[] ANY_PREFIX = table(true);

	/** Constant, for then the compiler knows how long it is and need not check. */
	private static final boolean[] TRIGGERS = new boolean[ASCII];

	static {
		for (int i = 0; i < ASCII; i++) {
			TRIGGERS[i] = (STANDARD[i] & (1 << HALF) - 1) != 0;
		}
	}

	private Triggers() {
	}

	private static int[] table(boolean anyPrefix) {
		int[] table = new int[ASCII + 1];
		for (char character = 0; character <= ASCII; character++) {
			for (Trigger trigger : Trigger.values()) {
				int kind = 1 << trigger.ordinal();
				boolean prefix = trigger == Trigger.UNDERSCORE || trigger == Trigger.DASH;
				table[character] |= trigger.is(character) ? kind : 0;
				table[character] |= (trigger.follows(character) || anyPrefix && prefix) ? kind << HALF : 0;
			}
		}
		return table;
	}

	/**
	 * Return the index of the next trigger, or the length.
	 * @param text the text
	 * @param from where to begin; what is before does not count
	 * @param anyPrefix whether tokens may have other prefixes than the known ones
	 */
	static int next(String text, int from, boolean anyPrefix) {
		int[] table = anyPrefix ? ANY_PREFIX : STANDARD;
		int at = scan(text, from);
		while (at < text.length() && at > from && !isTrigger(text, at, table)) {
			at = scan(text, at + 1);
		}
		return at;
	}

	/** Characters beyond ASCII may pass for others here. */
	private static int scan(String text, int from) {
		int length = text.length();
		for (int i = from; i < length; i++) {
			if (TRIGGERS[text.charAt(i) & (ASCII - 1)]) {
				return i;
			}
		}
		return length;
	}

	private static boolean isTrigger(String text, int at, int[] table) {
		char character = text.charAt(at);
		int allowed = table[Math.min(text.charAt(at - 1), ASCII)] >>> HALF;
		return (table[Math.min(character, ASCII)] & allowed) != 0
				&& (!Chars.in(Chars.DIGIT, character) || Chars.at(Chars.DIGIT, text, at + SHORTEST_NUMBER - 1));
	}

}
