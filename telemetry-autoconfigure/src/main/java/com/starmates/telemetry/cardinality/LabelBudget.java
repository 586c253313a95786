// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * The labels that one meter has had, up to its budgets, whatever labels those are. For
 * any number of threads; what it remembers is bounded by the budgets.
 */
final class LabelBudget {

	private final Map<String, LabelValues> values = new ConcurrentHashMap<>();

	private final Set<Tags> combinations = ConcurrentHashMap.newKeySet();

	private final Function<String, LabelValues> factory;

	private final Overflow overflow;

	/**
	 * Create a budget, all of it left.
	 * @param factory makes the values of a label
	 * @param overflow counts the combinations that are too many
	 */
	LabelBudget(Function<String, LabelValues> factory, Overflow overflow) {
		this.factory = factory;
		this.overflow = overflow;
	}

	/** Return the labels to use for labels. */
	Tags admit(Iterable<Tag> labels) {
		Tags admitted = Tags.empty();
		for (Tag label : labels) {
			admitted = admitted.and(label.getKey(), values(label).admit(label.getValue()));
		}
		if (isRoomFor(admitted)) {
			return admitted;
		}
		Tags others = others(admitted);
		if (!others.equals(admitted)) {
			this.overflow.count();
		}
		return others;
	}

	private boolean isRoomFor(Tags admitted) {
		return this.combinations.contains(admitted)
				|| (this.combinations.size() < this.overflow.budget() && add(admitted));
	}

	private synchronized boolean add(Tags admitted) {
		return this.combinations.contains(admitted)
				|| (this.combinations.size() < this.overflow.budget() && this.combinations.add(admitted));
	}

	/**
	 * A label that has had one value only is no reason, and stays: all meters have such.
	 */
	private Tags others(Tags admitted) {
		Tags others = Tags.empty();
		for (Tag label : admitted) {
			others = others.and(label.getKey(), values(label).isSingle() ? label.getValue() : LabelValues.OTHER);
		}
		return others;
	}

	private LabelValues values(Tag label) {
		return this.values.computeIfAbsent(label.getKey(), this.factory);
	}

}
