// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import org.jspecify.annotations.Nullable;

/**
 * What was written of things that come again and again. Of one size whatever the things
 * are, and without locks: who loses a race writes the thing once more.
 *
 * @param <K> kind of the things, which never change
 */
final class RecentJson<K> {

	private static final int LONGEST = 512;

	private final @Nullable Entry[] recent;

	/**
	 * Make an empty one.
	 * @param size how many things it may hold, a power of two
	 */
	RecentJson(int size) {
		this.recent = new Entry[size];
	}

	/** Write what was written of a thing; return whether it is known. */
	boolean write(JsonBytes json, K thing) {
		Entry entry = this.recent[place(thing)];
		if (entry == null || !entry.thing.equals(thing)) {
			return false;
		}
		json.literal(entry.json);
		return true;
	}

	/** Remember what was written of a thing, from an index to the end. */
	void add(K thing, JsonBytes json, int from) {
		if (json.length() - from <= LONGEST) {
			this.recent[place(thing)] = new Entry(thing, json.toByteArray(from));
		}
	}

	private int place(K thing) {
		int hash = thing.hashCode();
		return (hash ^ hash >>> 8 ^ hash >>> 16) & (this.recent.length - 1);
	}

	private static final class Entry {

		private final Object thing;

		private final byte[] json;

		Entry(Object thing, byte[] json) {
			this.thing = thing;
			this.json = json;
		}

	}

}
