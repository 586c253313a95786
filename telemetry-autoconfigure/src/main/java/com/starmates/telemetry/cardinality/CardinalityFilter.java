// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Keeps the labels of all meters within their budgets, whoever makes them. Totals of what
 * is recorded stay right: values that are too many share a series, and none is refused.
 * It works before there is a registry to count in, and shows what it has counted once it
 * is bound to one.
 * <p>
 * A gauge keeps its labels, as it cannot show the values of several sources. Nor can a
 * counter or timer that reads a source, but here it looks like any other: of those that
 * share a series only the first is read.
 *
 * @since 1.0.0
 */
public final class CardinalityFilter implements MeterFilter, MeterBinder {

	/** The guard does not guard itself. */
	private static final String OWN = "telemetry.";

	private final CardinalityBudgets budgets;

	private final LateCounters counters;

	private final Map<String, LabelBudget> meters = new ConcurrentHashMap<>();

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
		if (id.getName().startsWith(OWN) || id.getType() == Meter.Type.GAUGE) {
			return id;
		}
		return id.replaceTags(meter(id).admit(id.getTagsAsIterable()));
	}

	private LabelBudget meter(Meter.Id id) {
		return this.meters.computeIfAbsent(MeterForm.exposedName(id.getName(), id.getType(), id.getBaseUnit()),
				(meter) -> new LabelBudget((label) -> values(meter, label),
						overflow(meter, Overflow.ALL_LABELS, this.budgets.maxSeries())));
	}

	private LabelValues values(String meter, String label) {
		return new LabelValues(overflow(meter, label, this.budgets.maxValues(meter, label)));
	}

	private Overflow overflow(String meter, String label, int budget) {
		return new Overflow(meter, label, budget,
				(tags) -> this.counters.counter(CardinalityMeters.OVERFLOW, tags)::increment);
	}

}
