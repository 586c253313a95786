// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CardinalityFilter}.
 */
class CardinalityFilterTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final GuardedMeters meters = new GuardedMeters(this.registry,
			new CardinalityBudgets(3, 100, Map.of("theirs_total.wide", 5), 10_000));

	@BeforeEach
	void filterAllMeters() {
		this.registry.config().meterFilter(new CardinalityFilter(() -> this.meters));
	}

	@Test
	void keepsTheLabelsOfOthersMetersWithinTheirBudgets() {
		for (int i = 0; i < 10; i++) {
			Counter.builder("theirs").tag("narrow", "n" + i).tag("wide", "w" + i).register(this.registry).increment();
		}
		assertThat(values("narrow")).isEqualTo(3 + 1);
		assertThat(values("wide")).isEqualTo(5 + 1);
		assertThat(this.registry.get("theirs").counters().stream().mapToDouble(Counter::count).sum()).isEqualTo(10);
		assertThat(this.registry.get("telemetry.cardinality.overflow")
			.tags("meter", "theirs_total", "label", "narrow")
			.counter()
			.count()).isEqualTo(7);
	}

	@Test
	void countsWhatTheGuardHasCountedOnlyOnce() {
		LabelledMeters<Counter> counters = this.meters.counters(TestMeters.ONE);
		for (int i = 0; i < 10; i++) {
			counters.get("v" + i).increment();
		}
		assertThat(this.registry.get("one").tag("a", "_other").counter().count()).isEqualTo(7);
		assertThat(this.registry.get("telemetry.cardinality.overflow").tags("label", "a").counter().count())
			.isEqualTo(7);
	}

	private long values(String label) {
		return this.registry.get("theirs")
			.counters()
			.stream()
			.map((counter) -> counter.getId().getTag(label))
			.distinct()
			.count();
	}

}
