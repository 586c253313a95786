// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuardedMeters} whose registry does not take them.
 */
@ExtendWith(OutputCaptureExtension.class)
class GuardedMetersTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final GuardedMeters meters = new GuardedMeters(this.registry, CardinalityBudgets.STANDARD);

	@Test
	void meterWhoseNameIsTakenRecordsNothing(CapturedOutput output) {
		Gauge.builder("one", () -> 1).tag("a", "x").register(this.registry);
		LabelledMeters<Counter> counters = this.meters.counters(TestMeters.ONE);
		counters.get("x").increment();
		counters.get("y").increment();
		assertThat(counters.get("x")).isSameAs(counters.get("x"));
		assertThat(this.registry.get("one").counter().count()).isOne();
		assertThat(output).containsOnlyOnce("Meter one cannot be registered");
	}

	@Test
	void noKindOfMeterFailsItsCaller(CapturedOutput output) {
		this.registry.config().meterFilter(new MeterFilter() {

			@Override
			public Meter.Id map(Meter.Id id) {
				throw new IllegalStateException("broken");
			}

		});
		this.meters.heldCounters(TestMeters.ONE).get("x").increment();
		this.meters.heldCounters(TestMeters.ONE).get("y").increment();
		Timer timer = this.meters.timers(TestMeters.TIMED).get("x");
		timer.record(1, TimeUnit.SECONDS);
		DistributionSummary summary = this.meters.summaries(TestMeters.SUMMED).get("x");
		summary.record(1);
		this.meters.gauge(TestMeters.TWO, Tags.empty(), 1, Integer::doubleValue);
		this.meters.counter(TestMeters.FIVE, Tags.empty(), 1, Integer::doubleValue);
		assertThat(this.registry.getMeters()).isEmpty();
		for (String name : new String[] { "one", "timed", "summed", "two", "five" }) {
			assertThat(output).containsOnlyOnce("Meter " + name + " cannot be registered");
		}
	}

	@Test
	void meterThatRecordsNothingDoesNotKeepOthersFromBeingLetGo() {
		Gauge.builder("one", () -> 1).tag("a", "x").register(this.registry);
		CompositeMeterRegistry both = new CompositeMeterRegistry();
		both.add(this.registry);
		GuardedMeters composite = new GuardedMeters(both, CardinalityBudgets.STANDARD);
		LabelledMeters<Counter> counters = composite.counters(TestMeters.ONE);
		counters.get("x").increment();
		counters.get("y").increment();
		for (int round = 0; round < 4; round++) {
			composite.sweep(round, 1);
		}
		assertThat(both.get("one").counter().getId().getTag("a")).isEqualTo(LabelValues.OTHER);
	}

	@Test
	void totalStaysWhereOthersHaveNoCounter() {
		Gauge.builder("one", () -> 1).tag("a", LabelValues.OTHER).register(this.registry);
		this.meters.counters(TestMeters.ONE).get("x").increment();
		for (int round = 0; round < 4; round++) {
			this.meters.sweep(round, 1);
		}
		assertThat(this.registry.get("one").counter().count()).isOne();
	}

}
