// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Keeps the labels of all meters within their budgets, whoever makes them. Totals stay
 * right: values that are too many share a series, and none is refused. It works before
 * there is a registry to count in, and shows what it has counted once it is bound to one.
 *
 * @since 1.0.0
 */
public final class CardinalityFilter implements MeterFilter, MeterBinder {

	/** The guard does not guard itself. */
	private static final String OWN = "telemetry.";

	private final CardinalityBudgets budgets;

	private final LateCounters counters;

	private final Map<String, LabelValues> values = new ConcurrentHashMap<>();

	/**
	 * Create a filter.
	 * @param budgets how many values there may be
	 */
	public CardinalityFilter(CardinalityBudgets budgets) {
		this.budgets = budgets;
		this.counters = new LateCounters(budgets);
	}

	/**
	 * Register the meters of the filter. Only the first registry has them.
	 * @param registry where they are registered
	 */
	@Override
	public void bindTo(MeterRegistry registry) {
		this.counters.bindTo(registry);
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
		return this.values.computeIfAbsent(meter + '.' + label,
				(key) -> new LabelValues(new Overflow(meter, label, this.budgets.maxValues(meter, label),
						(tags) -> this.counters.counter(CardinalityMeters.OVERFLOW, tags)::increment)));
	}

}
