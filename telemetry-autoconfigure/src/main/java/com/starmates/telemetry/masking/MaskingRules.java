// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.List;

/**
 * What to mask beyond what is always masked.
 *
 * @param keys names whose values are secrets, such as {@code iban}: also part of longer
 * names, in any case, with any separators
 * @param exemptKeys names whose values are no secrets, such as {@code next_token}: whole
 * names, in any case, with any separators
 * @param tokenPrefixes what secrets begin with, such as {@code acme_live_}; at least
 * eight letters, digits, dashes or underscores follow
 * @since 1.0.0
 */
public record MaskingRules(List<String> keys, List<String> exemptKeys, List<String> tokenPrefixes) {

	/** Nothing beyond. */
	static final MaskingRules STANDARD = new MaskingRules(List.of(), List.of(), List.of());

	private static final int SHORTEST_KEY = 2;

	private static final int SHORTEST_PREFIX = 4;

	private static final int LONGEST_PREFIX = 64;

	/**
	 * Check the rules.
	 * @throws IllegalArgumentException if one of them cannot be followed; its message
	 * tells what was expected
	 */
	public MaskingRules {
		keys = List.copyOf(keys);
		exemptKeys = List.copyOf(exemptKeys);
		tokenPrefixes = List.copyOf(tokenPrefixes);
		keys.forEach(MaskingRules::checkKey);
		exemptKeys.forEach(MaskingRules::checkKey);
		tokenPrefixes.forEach(MaskingRules::checkPrefix);
	}

	private static void checkKey(String key) {
		int end = Chars.skip(Chars.NAME | Chars.SPACE, key, 0);
		if (end < key.length() || KeyVocabulary.letters(key).length() < SHORTEST_KEY) {
			throw new IllegalArgumentException("Expected a name with two letters or more, and no others than "
					+ "from a to z, such as iban or account-number");
		}
	}

	private static void checkPrefix(String prefix) {
		boolean separated = prefix.indexOf('_') > 0 || prefix.indexOf('-') > 0;
		if (!separated || prefix.length() < SHORTEST_PREFIX || prefix.length() > LONGEST_PREFIX
				|| !Chars.at(Chars.LETTER, prefix, 0) || Chars.skip(Chars.TOKEN, prefix, 0) < prefix.length()) {
			throw new IllegalArgumentException("Expected " + SHORTEST_PREFIX + " to " + LONGEST_PREFIX + " letters, "
					+ "digits, dots, dashes and underscores, a letter first and a dash or an underscore among them, "
					+ "such as acme_live_");
		}
	}

}
