// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import org.jspecify.annotations.Nullable;

/**
 * Verdicts on the keys that were asked for last, since most are asked for again and
 * again. Of one size whatever the keys are, and without locks: who loses a race reads the
 * key once more.
 */
final class RecentKeys {

	private static final int SIZE = 256;

	private static final int LONGEST = 64;

	private final SecretKeys keys;

	private final @Nullable Entry[] recent = new Entry[SIZE];

	RecentKeys(SecretKeys keys) {
		this.keys = keys;
	}

	KeyVerdict verdict(String key) {
		int hash = key.hashCode();
		int place = (hash ^ hash >>> 8 ^ hash >>> 16) & (SIZE - 1);
		Entry entry = this.recent[place];
		if (entry != null && entry.key().equals(key)) {
			return entry.verdict();
		}
		KeyVerdict verdict = this.keys.verdict(key, 0, key.length(), true);
		if (key.length() <= LONGEST) {
			this.recent[place] = new Entry(key, verdict);
		}
		return verdict;
	}

	private record Entry(String key, KeyVerdict verdict) {
	}

}
