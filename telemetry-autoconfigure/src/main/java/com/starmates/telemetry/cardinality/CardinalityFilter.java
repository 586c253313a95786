// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Keeps the labels of all meters within their budgets, whoever makes them. Totals stay
 * right: values that are too many share a series, and none is refused.
 *
 * @since 1.0.0
 */
public final class CardinalityFilter implements MeterFilter {

	/** The guard does not guard itself. */
	private static final String OWN = "telemetry.";

	private final Supplier<GuardedMeters> meters;

	private final Map<String, LabelValues> values = new ConcurrentHashMap<>();

	/**
	 * Create a filter.
	 * @param meters asked for when there are meters to filter, and not before
	 */
	public CardinalityFilter(Supplier<GuardedMeters> meters) {
		this.meters = meters;
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		if (id.getName().startsWith(OWN)) {
			return id;
		}
		String meter = MeterForm.exposedName(id.getName(), id.getType());
		List<Tag> admitted = new ArrayList<>();
		for (Tag tag : id.getTagsAsIterable()) {
			admitted.add(Tag.of(tag.getKey(), values(meter, tag.getKey()).admit(tag.getValue())));
		}
		return id.replaceTags(admitted);
	}

	private LabelValues values(String meter, String label) {
		return this.values.computeIfAbsent(meter + '.' + label, (key) -> this.meters.get().values(meter, label));
	}

}
