// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Replaces secrets in text by {@code ***}: values whose names tell that they are secrets,
 * and what looks like a secret wherever it stands. Reads a text once, whatever is in it,
 * and allocates nothing where there is nothing to mask. For any number of threads.
 *
 * @since 1.0.0
 */
public final class Masker {

	/** What stands in the place of a secret. */
	public static final String MASK = "***";

	private static final LongAdder REPLACED = new LongAdder();

	private static final Masker STANDARD = make(MaskingRules.STANDARD);

	private static final Masker NONE = new Masker(new SecretKeys(List.of()), Triggers.none());

	private final RecentKeys keys;

	private final Triggers triggers;

	private Masker(SecretKeys keys, Triggers triggers) {
		this.keys = new RecentKeys(keys);
		this.triggers = triggers;
	}

	/**
	 * Return a masker of what is always masked.
	 * @return the masker
	 */
	public static Masker standard() {
		return STANDARD;
	}

	/**
	 * Return a masker that masks nothing.
	 * @return the masker
	 */
	public static Masker none() {
		return NONE;
	}

	/**
	 * Return a masker of what is always masked, and of more.
	 * @param rules what more to mask
	 * @return the masker
	 */
	public static Masker of(MaskingRules rules) {
		return rules.equals(MaskingRules.STANDARD) ? STANDARD : make(rules);
	}

	private static Masker make(MaskingRules rules) {
		SecretKeys keys = new SecretKeys(KeyVocabulary.of(rules));
		List<SecretShape> shapes = new ArrayList<>();
		shapes.add(new Webhooks());
		shapes.add(new UserInfo());
		shapes.add(new NamedValues(keys));
		shapes.add(new DatabaseKeys(keys));
		shapes.add(new XmlElements(keys));
		shapes.add(new CommandLines(keys));
		shapes.add(new QuotedArguments(keys));
		shapes.add(new CardNumbers());
		shapes.add(new PrivateKeys());
		shapes.add(new AuthSchemes());
		shapes.add(new JsonWebTokens());
		shapes.add(new PrefixedTokens(TokenPrefix.of(rules)));
		return new Masker(keys, Triggers.of(shapes, !rules.tokenPrefixes().isEmpty()));
	}

	/**
	 * Return what stands in the place of a secret, and count it.
	 * @return {@code ***}
	 */
	public static String replacement() {
		REPLACED.increment();
		return MASK;
	}

	/**
	 * Return how many secrets this process has masked. One that is written to several
	 * places counts in each of them.
	 * @return the number
	 */
	public static long replaced() {
		return REPLACED.sum();
	}

	/**
	 * Return whether the values of a key are secrets.
	 * @param key name of a field, property, header or parameter, in any spelling
	 * @return {@code true} if its values are to be masked, whatever they look like
	 */
	public boolean isSecretKey(String key) {
		return this.keys.verdict(key).isSecret();
	}

	/**
	 * Return whether the values of a key are left as they are.
	 * @param key name of a field, property, header or parameter, in any spelling
	 * @return {@code true} if its values are ids of ours, or configured to be exempt
	 */
	public boolean isExemptKey(String key) {
		return this.keys.verdict(key) == KeyVerdict.EXEMPT;
	}

	/**
	 * Mask the secrets in a text.
	 * @param text any text
	 * @return the text with {@code ***} in the place of each secret; the same instance if
	 * there is none
	 */
	public String mask(String text) {
		int first = (this != NONE) ? this.triggers.next(text, 0) : text.length();
		return (first < text.length()) ? mask(text, first) : text;
	}

	/**
	 * Return where this masker looks for secrets, for who reads texts on the way.
	 * @return its triggers
	 */
	public Triggers triggers() {
		return this.triggers;
	}

	/**
	 * Mask the value of a key.
	 * @param key name of the value, in any spelling
	 * @param value the value
	 * @return {@code ***} if the key says that the value is a secret, the value if it is
	 * an id of ours or exempt or empty, else the value with its secrets masked
	 */
	public String maskValue(String key, String value) {
		KeyVerdict verdict = this.keys.verdict(key);
		if (verdict.isSecret() && !value.isEmpty()) {
			return replacement();
		}
		return (verdict == KeyVerdict.EXEMPT) ? value : mask(value);
	}

	/**
	 * Return whether a number is one of a payment card.
	 * @param value any number
	 * @return {@code true} if its digits would be masked in a text
	 */
	public boolean isSecretNumber(long value) {
		return this != NONE && CardNumbers.isCard(value);
	}

	private String mask(String text, int first) {
		StringBuilder masked = null;
		int done = 0;
		int at = first;
		while (at < text.length()) {
			long secret = this.triggers.find(text, at, done);
			int start = Range.start(secret);
			int end = Range.end(secret);
			if (secret != Range.NONE && start < end && !isMask(text, start, end)) {
				masked = (masked != null) ? masked : new StringBuilder(text.length());
				masked.append(text, done, start).append(replacement());
				done = end;
			}
			at = this.triggers.next(text, Math.max(end, at + 1));
		}
		return (masked != null) ? masked.append(text, done, text.length()).toString() : text;
	}

	private static boolean isMask(String text, int start, int end) {
		return end - start == MASK.length() && text.startsWith(MASK, start);
	}

}
