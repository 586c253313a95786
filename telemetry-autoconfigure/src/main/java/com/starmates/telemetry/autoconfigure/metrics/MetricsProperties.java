// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import java.time.Duration;
import java.util.Map;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Settings for meters.
 *
 * @param enabled Whether to record the library's meters and label all others.
 * @param trackingIdLabel Whether counters of the library have a label tracking_id, with a
 * series for each request as far as its budget goes. For demonstrations.
 * @param cardinality How many series there may be.
 */
@ConfigurationProperties("telemetry.metrics")
record MetricsProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean trackingIdLabel,
		@DefaultValue Cardinality cardinality) {

	/**
	 * How many series there may be.
	 *
	 * @param maxValues Number of values that each label of each meter may have; all
	 * others are counted as _other.
	 * @param maxSeries Number of combinations of label values that each meter may have;
	 * all others are counted as _other.
	 * @param labels Number of values that single labels may have, by the label's name, or
	 * by the meter's name as Prometheus shows it, a point and the label's name.
	 * @param seriesBudget Number of series that the service should hold in all, for
	 * dashboards and alerts; nothing is refused beyond.
	 * @param idleAfter Time after which a counter that stands still is let go; its total
	 * is counted as _other from then on. Counters of HTTP requests and of operations
	 * stay.
	 * @param allMeters Whether to keep the labels of all meters but gauges within these
	 * numbers, not only those of the library.
	 */
	record Cardinality(@DefaultValue("100") int maxValues, @DefaultValue("1000") int maxSeries,
			@DefaultValue Map<String, Integer> labels, @DefaultValue("10000") int seriesBudget,
			@Nullable Duration idleAfter, @DefaultValue("false") boolean allMeters) {

		Cardinality {
			check("max-values", maxValues);
			check("max-series", maxSeries);
			check("series-budget", seriesBudget);
			labels.forEach((label, values) -> check("labels[" + label + "]", values));
			if (idleAfter != null && (idleAfter.isNegative() || idleAfter.isZero())) {
				throw new InvalidConfigurationPropertyValueException("telemetry.metrics.cardinality.idle-after",
						idleAfter, "Must be more than zero.");
			}
		}

		private static void check(String property, int value) {
			if (value < 1) {
				throw new InvalidConfigurationPropertyValueException("telemetry.metrics.cardinality." + property, value,
						"Must be one or more.");
			}
		}

		CardinalityBudgets budgets() {
			return new CardinalityBudgets(this.maxValues, this.maxSeries, this.labels, this.seriesBudget);
		}

	}

}
