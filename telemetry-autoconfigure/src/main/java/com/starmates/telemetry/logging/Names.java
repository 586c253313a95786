// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of one object, each short and none like another: keys of a map may differ and
 * still have the same text.
 */
final class Names {

	/** What CloudWatch can index. */
	private static final int MAX_LENGTH = 100;

	private static final int MAX_DIGITS = 8;

	private final Set<String> taken = new HashSet<>();

	private int alike;

	/** Return a name that is short enough. */
	static String cut(String name) {
		return (name.length() <= MAX_LENGTH) ? name : name.substring(0, MAX_LENGTH) + "\u2026";
	}

	/** Return a name for a key that no other has: its own, or one with a number. */
	String add(String key) {
		String name = cut(key);
		if (this.taken.add(name)) {
			return name;
		}
		String base = name.substring(0, Math.min(name.length(), MAX_LENGTH - MAX_DIGITS));
		String numbered = base + '_' + ++this.alike;
		while (!this.taken.add(numbered)) {
			numbered = base + '_' + ++this.alike;
		}
		return numbered;
	}

	boolean contains(String name) {
		return this.taken.contains(name);
	}

	void clear() {
		this.taken.clear();
		this.alike = 0;
	}

}
