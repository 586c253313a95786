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

	/** Return a name that is short enough, as it will be written. */
	static String cut(String name) {
		return wellFormed((name.length() <= MAX_LENGTH) ? name : name.substring(0, MAX_LENGTH) + "\u2026");
	}

	/** Return a name for a key that no other has: its own, or one with a number. */
	String add(String key) {
		String name = cut(key);
		if (this.taken.add(name)) {
			return name;
		}
		String base = wellFormed(name.substring(0, Math.min(name.length(), MAX_LENGTH - MAX_DIGITS)));
		String numbered = base + '_' + ++this.alike;
		while (!this.taken.add(numbered)) {
			numbered = base + '_' + ++this.alike;
		}
		return numbered;
	}

	/**
	 * Halves of surrogate pairs are all written alike, so that they must be alike here.
	 */
	private static String wellFormed(String name) {
		StringBuilder formed = null;
		int width = 1;
		for (int i = 0; i < name.length(); i += width) {
			int codePoint = name.codePointAt(i);
			width = Character.charCount(codePoint);
			if (width == 1 && Character.isSurrogate((char) codePoint)) {
				formed = (formed != null) ? formed : new StringBuilder(name);
				formed.setCharAt(i, '\ufffd');
			}
		}
		return (formed != null) ? formed.toString() : name;
	}

	boolean contains(String name) {
		return this.taken.contains(name);
	}

	void clear() {
		this.taken.clear();
		this.alike = 0;
	}

}
