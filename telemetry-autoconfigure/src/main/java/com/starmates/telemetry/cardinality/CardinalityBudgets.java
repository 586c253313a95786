// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Map;

/**
 * How many values and series there may be.
 *
 * @param maxValues how many values each label of each meter may have, unless it is one of
 * {@code labels}
 * @param maxSeries how many combinations of values each meter may have
 * @param labels how many values a label may have, by its name; or by the name of its
 * meter as Prometheus shows it, a point and its name
 * @param seriesBudget how many series the service should hold in all; nothing is refused
 * beyond
 * @since 1.0.0
 */
public record CardinalityBudgets(int maxValues, int maxSeries, Map<String, Integer> labels, int seriesBudget) {

	/** What holds where nothing is set. */
	public static final CardinalityBudgets STANDARD = new CardinalityBudgets(100, 1_000, Map.of(), 10_000);

	/**
	 * Create budgets.
	 * @throws IllegalArgumentException if one of them is not positive
	 */
	public CardinalityBudgets {
		labels = Map.copyOf(labels);
		check("maxValues", maxValues);
		check("maxSeries", maxSeries);
		check("seriesBudget", seriesBudget);
		labels.forEach((label, values) -> check("labels[" + label + "]", values));
	}

	private static void check(String name, int value) {
		if (value < 1) {
			throw new IllegalArgumentException("'" + name + "' must be positive: " + value);
		}
	}

	/**
	 * Return how many values a label may have.
	 * @param meter name of the meter as Prometheus shows it
	 * @param label name of the label
	 * @return the number, beyond which values become {@link LabelValues#OTHER}
	 */
	public int maxValues(String meter, String label) {
		Integer own = this.labels.get(meter + '.' + label);
		return (own != null) ? own : this.labels.getOrDefault(label, this.maxValues);
	}

}
