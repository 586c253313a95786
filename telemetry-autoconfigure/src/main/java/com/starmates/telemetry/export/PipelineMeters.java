// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.function.ToDoubleFunction;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows what becomes of spans, log records and data points, from the first scrape on and
 * only of signals that are exported.
 *
 * @since 1.0.0
 */
public final class PipelineMeters implements MeterBinder {

	private final PipelineCounts counts;

	/**
	 * Create the meters.
	 * @param counts what they show
	 */
	public PipelineMeters(PipelineCounts counts) {
		this.counts = counts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		GuardedMeters meters = new GuardedMeters(registry, CardinalityBudgets.STANDARD);
		this.counts.forEach((signal) -> register(meters, signal));
	}

	private static void register(GuardedMeters meters, SignalCounts counts) {
		items(meters, counts, "exported", SignalCounts::exported);
		items(meters, counts, "failed", SignalCounts::failed);
		items(meters, counts, "dropped", SignalCounts::dropped);
		if (counts.hasQueue()) {
			meters.gauge(ExportMeters.QUEUE_SIZE, tags(counts), counts, SignalCounts::queueSize);
			meters.gauge(ExportMeters.QUEUE_CAPACITY, tags(counts), counts, SignalCounts::queueCapacity);
		}
	}

	private static void items(GuardedMeters meters, SignalCounts counts, String outcome,
			ToDoubleFunction<SignalCounts> items) {
		meters.counter(ExportMeters.ITEMS, tags(counts).and(ExportMeters.KeyNames.OUTCOME.asString(), outcome), counts,
				items);
	}

	private static Tags tags(SignalCounts counts) {
		return Tags.of(ExportMeters.KeyNames.SIGNAL.asString(), counts.signal().toString());
	}

}
