// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the tokens of one vendor begin with, and how they go on.
 *
 * @param letters the prefix
 * @param tail set of the characters that follow
 * @param shortest how many of them there are at least; a failed attempt reads no more
 * @param form what else is to be said of them
 */
record TokenPrefix(String letters, int tail, int shortest, Form form) {

	private static final int CONFIGURED_TAIL = 8;

	private static final int MIXED_SAMPLE = 64;

	/** The first of these that a prefix has, but not as its first, gives it away. */
	private static final String TELLING = "_-JIGTv";

	private static final Set<String> KNOWN = of(MaskingRules.STANDARD).stream()
		.map(TokenPrefix::tellingPair)
		.collect(Collectors.toUnmodifiableSet());

	/** Return whether two characters next to each other may be of a known prefix. */
	static boolean isKnown(char before, char telling) {
		return KNOWN.contains(String.valueOf(new char[] { before, telling }));
	}

	/** Return the prefixes known always, and those of the rules. */
	static List<TokenPrefix> of(MaskingRules rules) {
		List<TokenPrefix> prefixes = new ArrayList<>();
		add(prefixes, Chars.ALPHANUMERIC, 16, Form.ANY, "ghp_ gho_ ghu_ ghs_ ghr_ dckr_pat_ glsa_");
		add(prefixes, Chars.WORD, 20, Form.ANY, "github_pat_");
		add(prefixes, Chars.TOKEN, 16, Form.ANY, "glpat- glrt- gldt- glptt- GOCSPX-");
		add(prefixes, Chars.BASE64_URL, 10, Form.ANY, "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxc- xoxd- xapp-");
		add(prefixes, Chars.ALPHANUMERIC, 10, Form.ANY, "sk_live_ sk_test_ rk_live_ rk_test_ whsec_");
		add(prefixes, Chars.BASE64_URL, 35, Form.ANY, "AIza");
		add(prefixes, Chars.BASE64_URL, 16, Form.MIXED, "sk-ant- sk-proj- sk-svcacct- sk-admin- pypi-AgE");
		add(prefixes, Chars.BASE64_URL, 20, Form.MIXED, "sk-");
		add(prefixes, Chars.ALPHANUMERIC, 30, Form.ANY, "npm_ hf_");
		add(prefixes, Chars.TOKEN, 40, Form.MIXED, "SG.");
		add(prefixes, Chars.TOKEN68, 20, Form.MIXED, "glc_ ATATT");
		add(prefixes, Chars.BASE64_URL, 24, Form.MIXED, "hvs. hvb. hvr.");
		add(prefixes, Chars.HEX, 32, Form.ANY, "dop_v1_ doo_v1_ dor_v1_ shpat_ shpss_ shpca_");
		add(prefixes, Chars.UPPER | Chars.DIGIT, 16, Form.EXACT, "AKIA ASIA");
		add(prefixes, Chars.BASE64_URL, CONFIGURED_TAIL, Form.ANY, String.join(" ", rules.tokenPrefixes()));
		return prefixes;
	}

	private static void add(List<TokenPrefix> prefixes, int tail, int shortest, Form form, String letters) {
		for (String prefix : letters.split(" ")) {
			if (!prefix.isEmpty()) {
				prefixes.add(new TokenPrefix(prefix, tail, shortest, form));
			}
		}
	}

	private String tellingPair() {
		int index = tellingIndex();
		return this.letters.substring(index - 1, index + 1);
	}

	/** Return the index of the character that gives the prefix away. */
	int tellingIndex() {
		for (int i = 0; i < TELLING.length(); i++) {
			int index = this.letters.indexOf(TELLING.charAt(i), 1);
			if (index > 0) {
				return index;
			}
		}
		throw new IllegalStateException("'" + this.letters + "' must have one of " + TELLING);
	}

	/** Return the {@link Range} of the token that begins at an index. */
	long find(String text, int start, int floor) {
		if (start < floor || !text.startsWith(this.letters, start) || !Chars.startsWord(text, start, floor)) {
			return Range.NONE;
		}
		int from = start + this.letters.length();
		int sample = from;
		while (sample - from < sampleSize() && Chars.at(this.tail, text, sample)) {
			sample++;
		}
		boolean found = sample - from >= this.shortest && switch (this.form) {
			case ANY -> true;
			case MIXED -> Tokens.isMixed(text, from, sample);
			case EXACT -> !Chars.at(Chars.WORD, text, sample);
		};
		return found ? Range.of(start, Chars.skip(this.tail, text, sample)) : Range.NONE;
	}

	private int sampleSize() {
		return (this.form == Form.MIXED) ? MIXED_SAMPLE : this.shortest;
	}

	/** What else is to be said of the characters that follow. */
	enum Form {

		/** Nothing. */
		ANY,

		/** There are letters and digits among them. */
		MIXED,

		/** There are no more than the shortest has. */
		EXACT

	}

}
