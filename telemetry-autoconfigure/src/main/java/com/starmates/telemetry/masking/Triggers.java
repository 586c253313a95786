// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.List;

/**
 * Tells at which characters of a text to look for a secret. Whether a character is a
 * {@link Trigger} depends on the one before it, and each pair has its place in a table:
 * who reads a text for another purpose can look for secrets at the same time. For any
 * number of threads.
 *
 * @since 1.0.0
 */
public final class Triggers {

	/** How many characters there are in a row of the table. */
	public static final int ROW = 128;

	/**
	 * The row where no character is before, or none that is ASCII: that of NUL, after
	 * which anything may come.
	 */
	public static final int START = 0;

	/** Where a number shorter than that ends is no card. */
	private static final int SHORTEST_NUMBER = 4;

	private static final boolean[] NO_PAIRS = new boolean[ROW * ROW];

	private static final boolean[] STANDARD_PAIRS = pairs(false);

	private final boolean[] pairs;

	private final SecretShapes shapes;

	private Triggers(boolean[] pairs, SecretShapes shapes) {
		this.pairs = pairs;
		this.shapes = shapes;
	}

	/** Return what looks for nothing. */
	static Triggers none() {
		return new Triggers(NO_PAIRS, new SecretShapes(List.of()));
	}

	/**
	 * Return what looks for secrets.
	 * @param shapes those to look for
	 * @param anyPrefix whether tokens may have other prefixes than the known ones
	 */
	static Triggers of(List<SecretShape> shapes, boolean anyPrefix) {
		return new Triggers(anyPrefix ? pairs(true) : STANDARD_PAIRS, new SecretShapes(shapes));
	}

	private static boolean[] pairs(boolean anyPrefix) {
		boolean[] pairs = new boolean[ROW * ROW];
		for (Trigger trigger : Trigger.values()) {
			boolean prefix = trigger == Trigger.UNDERSCORE || trigger == Trigger.DASH;
			for (int before = 0; before < ROW; before++) {
				if (before == START || trigger.follows((char) before) || anyPrefix && prefix) {
					for (char character : trigger.characters()) {
						pairs[before * ROW + character] = true;
					}
				}
			}
		}
		return pairs;
	}

	/**
	 * Return the table.
	 * @return for each ASCII character a row of {@link #ROW} ASCII characters: whether a
	 * secret may show at the latter behind the former
	 */
	public boolean[] pairs() {
		return this.pairs.clone();
	}

	/**
	 * Return whether a secret shows at a character of which the table says that it may.
	 * @param text the text
	 * @param at index of the character
	 * @return {@code false} if the text need not be masked because of this character
	 */
	public boolean isSecret(String text, int at) {
		char character = text.charAt(at);
		if (character >= ROW || !mayBegin(text, at, character) || isInNumber(text, at, character)) {
			return false;
		}
		long found = this.shapes.find(text, at, 0);
		return found != Range.NONE && Range.start(found) < Range.end(found);
	}

	/**
	 * Return the index of the next trigger, or the length; what is before does not count.
	 */
	int next(String text, int from) {
		boolean[] table = this.pairs;
		int last = table.length - 1;
		int length = text.length();
		int before = START;
		for (int i = from; i < length; i++) {
			char character = text.charAt(i);
			if (character >= ROW) {
				before = START;
			}
			else if (table[before * ROW + character & last] && mayBegin(text, i, character)) {
				return i;
			}
			else {
				before = character;
			}
		}
		return length;
	}

	/** Return the {@link Range} of the secret that a trigger shows. */
	long find(String text, int at, int floor) {
		return this.shapes.find(text, at, floor);
	}

	/** A number was looked at as a whole, where it begins. */
	private static boolean isInNumber(String text, int at, char character) {
		return Chars.in(Chars.DIGIT, character) && Chars.before(Chars.DIGIT, text, at, 0);
	}

	/** Most digits are of numbers that are too short. */
	private static boolean mayBegin(String text, int at, char character) {
		return !Chars.in(Chars.DIGIT, character) || Chars.at(Chars.DIGIT, text, at + SHORTEST_NUMBER - 1);
	}

}
