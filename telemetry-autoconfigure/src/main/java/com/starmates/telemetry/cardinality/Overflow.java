// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what had no series of its own because of one label of one meter, and says so
 * once. Its counter is a series, too, and comes with the first that is counted.
 */
final class Overflow {

	/** Stands for the label where a meter has too many combinations of values. */
	static final String ALL_LABELS = "_series";

	private static final Logger logger = LoggerFactory.getLogger(Overflow.class);

	private final String meter;

	private final String label;

	private final int budget;

	private final Function<Tags, Runnable> counters;

	private final AtomicBoolean warned = new AtomicBoolean();

	private volatile @Nullable Runnable counter;

	Overflow(String meter, String label, int budget, Function<Tags, Runnable> counters) {
		this.meter = meter;
		this.label = label;
		this.budget = budget;
		this.counters = counters;
	}

	/** Return how many values or combinations there may be. */
	int budget() {
		return this.budget;
	}

	void count() {
		Runnable counts = this.counter;
		if (counts == null) {
			counts = this.counters.apply(Tags.of(CardinalityMeters.KeyNames.METER.asString(), this.meter,
					CardinalityMeters.KeyNames.LABEL.asString(), this.label));
			this.counter = counts;
		}
		counts.run();
		if (this.warned.compareAndSet(false, true)) {
			warn();
		}
	}

	private void warn() {
		if (ALL_LABELS.equals(this.label)) {
			logger.warn(
					"Meter {} has more than {} combinations of label values; all others are counted as {}. "
							+ "Raise telemetry.metrics.cardinality.max-series if they are meant to be that many",
					this.meter, this.budget, LabelValues.OTHER);
		}
		else {
			logger.warn(
					"Label '{}' of meter {} has more than {} values; all others are counted as {}. "
							+ "Raise telemetry.metrics.cardinality.labels[{}.{}] if they are meant to be that many",
					this.label, this.meter, this.budget, LabelValues.OTHER, this.meter, this.label);
		}
	}

}
