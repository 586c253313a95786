// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens that their vendors made easy to recognize.
 */
final class PrefixedTokens implements SecretShape {

	private static final int ASCII = 128;

	private static final TokenPrefix[] NOTHING = {};

	/** Prefixes by their telling character and the one before. */
	private final TokenPrefix[][] prefixes = new TokenPrefix[ASCII * ASCII][];

	private final String triggers;

	PrefixedTokens(List<TokenPrefix> prefixes) {
		Arrays.fill(this.prefixes, NOTHING);
		StringBuilder triggers = new StringBuilder();
		for (TokenPrefix prefix : prefixes) {
			triggers.append(prefix.letters().charAt(prefix.tellingIndex()));
			int pair = pair(prefix.letters(), prefix.tellingIndex());
			List<TokenPrefix> more = new ArrayList<>(List.of(this.prefixes[pair]));
			more.add(prefix);
			this.prefixes[pair] = more.toArray(TokenPrefix[]::new);
		}
		this.triggers = triggers.toString();
	}

	private static int pair(String text, int at) {
		return (text.charAt(at - 1) & (ASCII - 1)) * ASCII + text.charAt(at);
	}

	@Override
	public String triggers() {
		return this.triggers;
	}

	@Override
	public long find(String text, int at, int floor) {
		if (at == floor) {
			return Range.NONE;
		}
		for (TokenPrefix prefix : this.prefixes[pair(text, at)]) {
			long found = prefix.find(text, at - prefix.tellingIndex(), floor);
			if (found != Range.NONE) {
				return found;
			}
		}
		return Range.NONE;
	}

}
