// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.starmates.telemetry.tracking.TrackingId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;

/**
 * A counter with a series for each tracking id, as long as there is room. Made to show
 * why nobody wants it.
 */
final class TrackedCounter implements Counter {

	static final LabelDefinition LABEL = new LabelDefinition("tracking_id", "Tracking id, `none` outside of traces");

	private final Meter.Id id;

	private final LabelValues trackingIds;

	private final Function<String, Counter> factory;

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	/**
	 * Create a counter without series.
	 * @param id what it is called without the tracking id
	 * @param trackingIds known tracking ids of all counters of that name
	 * @param factory registers the counter of a tracking id
	 */
	TrackedCounter(Meter.Id id, LabelValues trackingIds, Function<String, Counter> factory) {
		this.id = id;
		this.trackingIds = trackingIds;
		this.factory = factory;
	}

	@Override
	public void increment(double amount) {
		String trackingId = this.trackingIds.admit(TrackingId.current());
		this.counters.computeIfAbsent(trackingId, this.factory).increment(amount);
	}

	@Override
	public double count() {
		return this.counters.values().stream().mapToDouble(Counter::count).sum();
	}

	@Override
	public Meter.Id getId() {
		return this.id;
	}

}
