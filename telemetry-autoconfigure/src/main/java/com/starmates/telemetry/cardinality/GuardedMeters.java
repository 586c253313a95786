// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.noop.NoopCounter;
import io.micrometer.core.instrument.noop.NoopDistributionSummary;
import io.micrometer.core.instrument.noop.NoopFunctionCounter;
import io.micrometer.core.instrument.noop.NoopGauge;
import io.micrometer.core.instrument.noop.NoopTimer;

/**
 * Makes the meters of the library from their definitions, each within its budgets. A
 * meter that the registry does not take records nothing.
 *
 * @since 1.0.0
 */
public final class GuardedMeters {

	private static final double NANOS_PER_SECOND = 1e9;

	private final MeterRegistry registry;

	private final CardinalityBudgets budgets;

	private final boolean trackingIdLabel;

	private final Registrations registrations = new Registrations();

	private final List<IdleCounters> idleCounters = new CopyOnWriteArrayList<>();

	/**
	 * Create meters.
	 * @param registry where they are registered
	 * @param budgets how many there may be
	 */
	public GuardedMeters(MeterRegistry registry, CardinalityBudgets budgets) {
		this(registry, budgets, false);
	}

	/**
	 * Create meters whose counters may have a series for each tracking id, to show what
	 * that means.
	 * @param registry where they are registered
	 * @param budgets how many there may be
	 * @param trackingIdLabel whether counters have the label {@code tracking_id}
	 */
	public GuardedMeters(MeterRegistry registry, CardinalityBudgets budgets, boolean trackingIdLabel) {
		this.registry = registry;
		this.budgets = budgets;
		this.trackingIdLabel = trackingIdLabel;
	}

	/**
	 * Create meters that record nothing.
	 * @return meters of no registry
	 */
	public static GuardedMeters disabled() {
		return new GuardedMeters(new CompositeMeterRegistry(), CardinalityBudgets.STANDARD);
	}

	/**
	 * Return the counters of a definition, to be asked for each time that something is
	 * counted: one that stands still may be let go.
	 * @param definition a counter with one to five labels
	 * @return its counters, by the values of its labels
	 */
	public LabelledMeters<Counter> counters(MeterDefinition definition) {
		LabelledMeters<Counter> counters = heldCounters(definition);
		if (!this.trackingIdLabel) {
			this.idleCounters.add(new IdleCounters(counters, this.registry));
		}
		return counters;
	}

	/**
	 * Return the counters of a definition, to be held by those who count: they stay.
	 * @param definition a counter with one to five labels
	 * @return its counters, by the values of its labels
	 */
	public LabelledMeters<Counter> heldCounters(MeterDefinition definition) {
		if (!this.trackingIdLabel) {
			return labelled(definition, (tags) -> counter(definition, tags));
		}
		LabelValues trackingIds = values(definition, TrackedCounter.LABEL);
		return labelled(definition, (tags) -> tracked(definition, tags, trackingIds));
	}

	private Counter tracked(MeterDefinition definition, Tags tags, LabelValues trackingIds) {
		return new TrackedCounter(new Meter.Id(definition.getName(), tags, null, null, definition.getType()),
				trackingIds, (trackingId) -> counter(definition, tags.and(TrackedCounter.LABEL.name(), trackingId)));
	}

	/**
	 * Return the timers of a definition.
	 * @param definition a timer with one to five labels
	 * @return its timers, by the values of its labels
	 */
	public LabelledMeters<Timer> timers(MeterDefinition definition) {
		return labelled(definition, (tags) -> timer(definition, tags));
	}

	/**
	 * Return the summaries of a definition.
	 * @param definition a distribution summary with one to five labels
	 * @return its summaries, by the values of its labels
	 */
	public LabelledMeters<DistributionSummary> summaries(MeterDefinition definition) {
		return labelled(definition, (tags) -> summary(definition, tags));
	}

	/**
	 * Return the values of one label, for meters that are held elsewhere.
	 * @param definition the meter
	 * @param label one of its labels
	 * @return what admits values as long as there is room
	 */
	public LabelValues values(MeterDefinition definition, KeyName label) {
		return values(definition.form().exposedName(), label.asString());
	}

	private LabelValues values(String meter, String label) {
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
		this.registrations.of(definition, tags,
				() -> Gauge.builder(definition.getName(), source, value)
					.description(definition.form().description())
					.tags(tags)
					.strongReference(true)
					.register(this.registry),
				NoopGauge::new);
	}

	/**
	 * Register a counter.
	 * @param definition the counter
	 * @param tags its labels
	 * @return the counter
	 */
	public Counter counter(MeterDefinition definition, Tags tags) {
		return this.registrations.of(definition, tags,
				() -> Counter.builder(definition.getName())
					.description(definition.form().description())
					.tags(tags)
					.register(this.registry),
				NoopCounter::new);
	}

	/**
	 * Register a counter that is kept elsewhere.
	 * @param <T> kind of what it is read from
	 * @param definition the counter
	 * @param tags its labels
	 * @param source what it is read from; somebody else must keep it
	 * @param count reads it; it never falls
	 */
	public <T> void counter(MeterDefinition definition, Tags tags, T source, ToDoubleFunction<T> count) {
		this.registrations.of(definition, tags,
				() -> FunctionCounter.builder(definition.getName(), source, count)
					.description(definition.form().description())
					.tags(tags)
					.register(this.registry),
				NoopFunctionCounter::new);
	}

	/**
	 * Register a timer with the buckets of its definition.
	 * @param definition the timer
	 * @param tags its labels
	 * @return the timer
	 */
	public Timer timer(MeterDefinition definition, Tags tags) {
		return this.registrations.of(definition, tags,
				() -> Timer.builder(definition.getName())
					.description(definition.form().description())
					.tags(tags)
					.serviceLevelObjectives(definition.form()
						.buckets()
						.stream()
						.map((bound) -> Duration.ofNanos(Math.round(bound * NANOS_PER_SECOND)))
						.toArray(Duration[]::new))
					.register(this.registry),
				NoopTimer::new);
	}

	/** Let go of counters that have stood still for a time. */
	void sweep(long now, long idleNanos) {
		this.idleCounters.forEach((counters) -> counters.sweep(now, idleNanos));
	}

	private DistributionSummary summary(MeterDefinition definition, Tags tags) {
		return this.registrations.of(definition, tags,
				() -> DistributionSummary.builder(definition.getName())
					.description(definition.form().description())
					.tags(tags)
					.serviceLevelObjectives(definition.form().bounds())
					.register(this.registry),
				NoopDistributionSummary::new);
	}

	/**
	 * Return anything that meters are kept in, by the values of the meters' labels.
	 * @param <M> what they are kept in
	 * @param definition one of the meters, whose name stands for all of them
	 * @param factory makes what they are kept in
	 * @return what was made, by the values of the labels
	 */
	public <M> LabelledMeters<M> labelled(MeterDefinition definition, Function<Tags, M> factory) {
		KeyName[] keys = definition.getKeyNames();
		String[] labels = Arrays.stream(keys).map(KeyName::asString).toArray(String[]::new);
		LabelValues[] values = Arrays.stream(keys).map((key) -> values(definition, key)).toArray(LabelValues[]::new);
		return new LabelledMeters<>(labels, values, factory,
				overflow(definition.form().exposedName(), Overflow.ALL_LABELS, this.budgets.maxSeries()));
	}

	private Overflow overflow(String meter, String label, int budget) {
		return new Overflow(meter, label, budget, (tags) -> counter(CardinalityMeters.OVERFLOW, tags)::increment);
	}

}
