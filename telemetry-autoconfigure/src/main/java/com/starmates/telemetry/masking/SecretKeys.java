// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * Tells by their names which values are secrets. Words are read from the last to the
 * first; of the phrases that end with a word, the longest decides. What comes last may
 * make a secret harmless ("token_count"), what comes first seldom.
 */
final class SecretKeys {

	private static final int BUCKETS = 1024;

	private static final int LONGEST_ENDING = 4;

	private static final String[] QUESTIONS = { "is", "has", "needs", "requires", "require", "max", "min", "num",
			"no" };

	private static final KeyPhrase[] NONE = {};

	private static final Comparator<KeyPhrase> LONGEST_FIRST = Comparator
		.comparingInt((KeyPhrase phrase) -> -phrase.letters().length())
		.thenComparing(KeyPhrase::letters)
		.thenComparing(KeyPhrase::scope, Comparator.reverseOrder());

	/** Phrases by the ends of their last words, the longest first. */
	private final KeyPhrase[][] phrases = new KeyPhrase[BUCKETS][];

	SecretKeys(Collection<KeyPhrase> phrases) {
		Arrays.fill(this.phrases, NONE);
		KeyPhrase[] sorted = phrases.toArray(KeyPhrase[]::new);
		Arrays.sort(sorted, LONGEST_FIRST);
		for (KeyPhrase phrase : sorted) {
			int length = phrase.letters().length();
			for (int ending = 1; ending <= LONGEST_ENDING; ending++) {
				add(bucket(phrase.letters(), Math.max(0, length - ending), length), phrase);
			}
		}
	}

	private void add(int bucket, KeyPhrase phrase) {
		KeyPhrase[] present = this.phrases[bucket];
		if (present.length == 0 || present[present.length - 1] != phrase) {
			KeyPhrase[] more = Arrays.copyOf(present, present.length + 1);
			more[present.length] = phrase;
			this.phrases[bucket] = more;
		}
	}

	/** Return the place of phrases whose last word ends like a word. */
	private static int bucket(String text, int start, int end) {
		int hash = 0;
		for (int i = Math.max(start, end - LONGEST_ENDING); i < end; i++) {
			hash = 31 * hash + (text.charAt(i) | 0x20);
		}
		return hash & (BUCKETS - 1);
	}

	/**
	 * Return what a key says of its value.
	 * @param text where the key is
	 * @param floor index before which it does not begin
	 * @param end index where it ends
	 * @param spaces whether there may be spaces in it; its last phrase may have some
	 * anyway
	 */
	KeyVerdict verdict(String text, int floor, int end, boolean spaces) {
		int separators = spaces ? Words.SEPARATORS | Chars.SPACE : Words.SEPARATORS;
		int last = Chars.skipBack(separators, text, end, floor);
		int wordEnd = last;
		while (Chars.before(Chars.LETTER, text, wordEnd, floor)) {
			int start = Words.startOf(text, wordEnd, floor);
			KeyPhrase phrase = find(text, floor, start, wordEnd, wordEnd == last);
			if (phrase != null) {
				boolean secret = phrase.verdict().isSecret();
				if (wordEnd == last && !secret) {
					return phrase.verdict();
				}
				start = phrase.startIn(text, floor, wordEnd, Words.SEPARATORS | Chars.SPACE);
				if (secret) {
					return isQuestion(text, floor, start) ? KeyVerdict.HARMLESS : phrase.verdict();
				}
			}
			wordEnd = Chars.skipBack(separators, text, start, floor);
		}
		return KeyVerdict.UNKNOWN;
	}

	private @Nullable KeyPhrase find(String text, int floor, int start, int end, boolean last) {
		for (KeyPhrase phrase : this.phrases[bucket(text, start, end)]) {
			if ((last || !phrase.isLast()) && phrase.startIn(text, floor, end, Words.SEPARATORS | Chars.SPACE) >= 0) {
				return phrase;
			}
		}
		return null;
	}

	/** Return whether the word before a phrase makes it a question: "has_password". */
	private static boolean isQuestion(String text, int floor, int start) {
		if (start == floor) {
			return false;
		}
		int end = Chars.skipBack(Words.SEPARATORS, text, start, floor);
		int from = Words.startOf(text, end, floor);
		for (String question : QUESTIONS) {
			if (question.length() == end - from && question.regionMatches(true, 0, text, from, end - from)) {
				return true;
			}
		}
		return false;
	}

}
