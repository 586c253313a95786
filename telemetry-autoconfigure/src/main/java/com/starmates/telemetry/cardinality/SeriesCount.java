// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;

/**
 * Counts series as Prometheus does: a histogram has one for each bucket, and more.
 */
final class SeriesCount {

	/** Count, sum and maximum. */
	private static final int SUMMARY = 3;

	/** Count and sum. */
	private static final int FUNCTION_TIMER = 2;

	private SeriesCount() {
	}

	/**
	 * Return how many series all meters of a registry have; of the largest where it
	 * stands for several, as filters may apply to those only.
	 */
	static double of(MeterRegistry registry) {
		if (registry instanceof CompositeMeterRegistry composite) {
			return composite.getRegistries().stream().mapToDouble(SeriesCount::of).max().orElse(0);
		}
		int series = 0;
		for (Meter meter : registry.getMeters()) {
			series += of(meter);
		}
		return series;
	}

	private static int of(Meter meter) {
		if (meter instanceof Timer timer) {
			return of(timer.takeSnapshot());
		}
		if (meter instanceof DistributionSummary summary) {
			return of(summary.takeSnapshot());
		}
		if (meter instanceof LongTaskTimer timer) {
			return of(timer.takeSnapshot());
		}
		return (meter instanceof FunctionTimer) ? FUNCTION_TIMER : 1;
	}

	/** The bucket without an upper bound is one more. */
	private static int of(HistogramSnapshot snapshot) {
		int buckets = snapshot.histogramCounts().length;
		return SUMMARY + snapshot.percentileValues().length + ((buckets > 0) ? buckets + 1 : 0);
	}

}
