// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Tells how many series the service holds, of all its meters, and how many it should hold
 * at most.
 *
 * @since 1.0.0
 */
public final class SeriesMeters implements MeterBinder {

	private final CardinalityBudgets budgets;

	/**
	 * Create the meters.
	 * @param budgets how many series there should be
	 */
	public SeriesMeters(CardinalityBudgets budgets) {
		this.budgets = budgets;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		GuardedMeters meters = new GuardedMeters(registry, this.budgets);
		meters.gauge(CardinalityMeters.SERIES, Tags.empty(), registry, SeriesCount::of);
		meters.gauge(CardinalityMeters.SERIES_BUDGET, Tags.empty(), this.budgets, CardinalityBudgets::seriesBudget);
	}

}
