// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Makes the meters of the library from their definitions, each within its budgets.
 *
 * @since 1.0.0
 */
public final class GuardedMeters {

	private static final double NANOS_PER_SECOND = 1e9;

	private final MeterRegistry registry;

	private final CardinalityBudgets budgets;

	/**
	 * Create meters.
	 * @param registry where they are registered
	 * @param budgets how many there may be
	 */
	public GuardedMeters(MeterRegistry registry, CardinalityBudgets budgets) {
		this.registry = registry;
		this.budgets = budgets;
	}

	/**
	 * Return the counters of a definition.
	 * @param definition a counter with one to five labels
	 * @return its counters, by the values of its labels
	 */
	public LabelledMeters<Counter> counters(MeterDefinition definition) {
		return meters(definition, (tags) -> counter(definition, tags));
	}

	/**
	 * Return the timers of a definition.
	 * @param definition a timer with one to five labels
	 * @return its timers, by the values of its labels
	 */
	public LabelledMeters<Timer> timers(MeterDefinition definition) {
		return meters(definition, (tags) -> timer(definition, tags));
	}

	/**
	 * Return the summaries of a definition.
	 * @param definition a distribution summary with one to five labels
	 * @return its summaries, by the values of its labels
	 */
	public LabelledMeters<DistributionSummary> summaries(MeterDefinition definition) {
		return meters(definition, (tags) -> summary(definition, tags));
	}

	/**
	 * Return the values of one label, for meters that are held elsewhere.
	 * @param definition the meter
	 * @param label one of its labels
	 * @return what admits values as long as there is room
	 */
	public LabelValues values(MeterDefinition definition, KeyName label) {
		return values(definition.getExposedName(), label.asString());
	}

	LabelValues values(String meter, String label) {
		return new LabelValues(overflow(meter, label, this.budgets.maxValues(meter, label)));
	}

	/**
	 * Register a gauge.
	 * @param <T> kind of what it is read from
	 * @param definition the gauge
	 * @param tags its labels
	 * @param source what it is read from; the gauge keeps it
	 * @param value reads it
	 */
	public <T> void gauge(MeterDefinition definition, Tags tags, T source, ToDoubleFunction<T> value) {
		Gauge.builder(definition.getName(), source, value)
			.description(definition.getDescription())
			.tags(tags)
			.strongReference(true)
			.register(this.registry);
	}

	/**
	 * Register a counter.
	 * @param definition the counter
	 * @param tags its labels
	 * @return the counter
	 */
	public Counter counter(MeterDefinition definition, Tags tags) {
		return Counter.builder(definition.getName())
			.description(definition.getDescription())
			.tags(tags)
			.register(this.registry);
	}

	/**
	 * Register a timer with the buckets of its definition.
	 * @param definition the timer
	 * @param tags its labels
	 * @return the timer
	 */
	public Timer timer(MeterDefinition definition, Tags tags) {
		return Timer.builder(definition.getName())
			.description(definition.getDescription())
			.tags(tags)
			.serviceLevelObjectives(Arrays.stream(definition.getBuckets())
				.mapToObj((bound) -> Duration.ofNanos(Math.round(bound * NANOS_PER_SECOND)))
				.toArray(Duration[]::new))
			.register(this.registry);
	}

	private DistributionSummary summary(MeterDefinition definition, Tags tags) {
		return DistributionSummary.builder(definition.getName())
			.description(definition.getDescription())
			.tags(tags)
			.serviceLevelObjectives(definition.getBuckets())
			.register(this.registry);
	}

	private <M> LabelledMeters<M> meters(MeterDefinition definition, Function<Tags, M> factory) {
		KeyName[] keys = definition.getKeyNames();
		String[] labels = Arrays.stream(keys).map(KeyName::asString).toArray(String[]::new);
		LabelValues[] values = Arrays.stream(keys).map((key) -> values(definition, key)).toArray(LabelValues[]::new);
		return new LabelledMeters<>(labels, values, factory,
				overflow(definition.getExposedName(), Overflow.ALL_LABELS, this.budgets.maxSeries()));
	}

	private Overflow overflow(String meter, String label, int budget) {
		return new Overflow(meter, label, budget, (tags) -> counter(CardinalityMeters.OVERFLOW, tags));
	}

}
