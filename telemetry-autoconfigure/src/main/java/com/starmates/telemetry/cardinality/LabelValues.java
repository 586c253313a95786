// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The values that one label of one meter has had, up to its budget. For any number of
 * threads; no locks, and no allocation for values that are known.
 *
 * @since 1.0.0
 */
public final class LabelValues {

	/** The value in the place of those that are too many. */
	public static final String OTHER = "_other";

	private final Overflow overflow;

	private final Map<String, String> known = new ConcurrentHashMap<>();

	private final AtomicInteger count = new AtomicInteger();

	LabelValues(Overflow overflow) {
		this.overflow = overflow;
	}

	/**
	 * Return the value to use for a label.
	 * @param value any text, or {@code null}
	 * @return the value, mended if no backend would take it as it is, {@code none} if
	 * there is none, {@link #OTHER} if the budget is used up by others
	 */
	public String admit(@Nullable String value) {
		String admitted = (value != null) ? this.known.get(value) : null;
		return (admitted != null) ? admitted : admitMended(LabelText.of(value));
	}

	private String admitMended(String value) {
		if (this.known.containsKey(value) || OTHER.equals(value) || isRoomFor(value)) {
			return value;
		}
		this.overflow.count();
		return OTHER;
	}

	/** The count is ahead of the map, never behind: threads cannot overdraw it. */
	private boolean isRoomFor(String value) {
		if (this.count.get() >= this.overflow.budget()) {
			return false;
		}
		if (this.count.incrementAndGet() > this.overflow.budget()) {
			this.count.decrementAndGet();
			return this.known.containsKey(value);
		}
		if (this.known.putIfAbsent(value, value) != null) {
			this.count.decrementAndGet();
		}
		return true;
	}

	/** Return whether there has been but one value. */
	boolean isSingle() {
		return this.count.get() == 1;
	}

	/** Forget all other values. */
	void retain(Set<String> used) {
		for (String value : this.known.keySet()) {
			if (!used.contains(value) && this.known.remove(value) != null) {
				this.count.decrementAndGet();
			}
		}
	}

}
