// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CardinalityFilter}.
 */
class CardinalityFilterTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final CardinalityBudgets budgets = new CardinalityBudgets(3, 100, Map.of("theirs_total.wide", 5), 10_000);

	private final CardinalityFilter filter = new CardinalityFilter(this.budgets);

	@BeforeEach
	void filterAllMeters() {
		this.registry.config().meterFilter(this.filter);
		this.filter.bindTo(this.registry);
	}

	@Test
	void keepsTheLabelsOfOthersMetersWithinTheirBudgets() {
		for (int i = 0; i < 10; i++) {
			Counter.builder("theirs").tag("narrow", "n" + i).tag("wide", "w" + i).register(this.registry).increment();
		}
		assertThat(values("narrow")).isEqualTo(3 + 1);
		assertThat(values("wide")).isEqualTo(5 + 1);
		assertThat(this.registry.get("theirs").counters().stream().mapToDouble(Counter::count).sum()).isEqualTo(10);
		Awaitility.await().untilAsserted(() -> assertThat(overflow(this.registry, "narrow")).isEqualTo(7));
	}

	@Test
	void keepsTheCombinationsOfOthersLabelsWithinTheirBudget() {
		CardinalityFilter narrow = new CardinalityFilter(new CardinalityBudgets(100, 3, Map.of(), 10_000));
		MeterRegistry filtered = new SimpleMeterRegistry();
		filtered.config().commonTags("service", "app").meterFilter(narrow);
		narrow.bindTo(filtered);
		for (int i = 0; i < 10; i++) {
			filtered.counter("theirs", "a", "a" + i % 5, "b", "b" + i % 2).increment();
		}
		assertThat(filtered.get("theirs").counters()).hasSize(4);
		assertThat(filtered.get("theirs").tags("a", "_other", "b", "_other", "service", "app").counter().count())
			.isEqualTo(7);
		Awaitility.await().untilAsserted(() -> assertThat(overflow(filtered, "_series")).isEqualTo(7));
	}

	@Test
	void leavesGaugesAsTheyAre() {
		for (int i = 0; i < 10; i++) {
			Gauge.builder("theirs", i, Integer::doubleValue)
				.tag("narrow", "n" + i)
				.strongReference(true)
				.register(this.registry);
		}
		assertThat(this.registry.get("theirs").gauges().stream().mapToDouble(Gauge::value).sum()).isEqualTo(45);
	}

	@Test
	void showsWhatItCountedBeforeThereWasARegistry() {
		CardinalityFilter early = new CardinalityFilter(this.budgets);
		SimpleMeterRegistry filtered = new SimpleMeterRegistry();
		filtered.config().meterFilter(early);
		for (int i = 0; i < 10; i++) {
			filtered.counter("theirs", "narrow", "n" + i).increment();
		}
		early.bindTo(filtered);
		assertThat(overflow(filtered, "narrow")).isEqualTo(7);
	}

	@Test
	void filtersTheMetersOfSeveralRegistriesBehindOne() {
		CompositeMeterRegistry both = new CompositeMeterRegistry();
		CardinalityFilter shared = new CardinalityFilter(this.budgets);
		for (int i = 0; i < 2; i++) {
			MeterRegistry child = new SimpleMeterRegistry();
			child.config().meterFilter(shared);
			both.add(child);
		}
		shared.bindTo(both);
		assertThat(CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 10; i++) {
				both.counter("theirs", "narrow", "n" + i).increment();
			}
		})).succeedsWithin(Duration.ofSeconds(10));
		assertThat(both.getRegistries()).allSatisfy((child) -> assertThat(child.get("theirs").counters()).hasSize(4));
		Awaitility.await().untilAsserted(() -> assertThat(overflow(both, "narrow")).isPositive());
	}

	@Test
	void countsWhatTheGuardHasCountedOnlyOnce() {
		LabelledMeters<Counter> counters = new GuardedMeters(this.registry, this.budgets).counters(TestMeters.ONE);
		for (int i = 0; i < 10; i++) {
			counters.get("v" + i).increment();
		}
		assertThat(this.registry.get("one").tag("a", "_other").counter().count()).isEqualTo(7);
		assertThat(this.registry.get("telemetry.cardinality.overflow").tags("label", "a").counter().count())
			.isEqualTo(7);
	}

	@Test
	void countsCombinationsThatTheGuardHasCountedOnlyOnce() {
		CardinalityBudgets few = new CardinalityBudgets(100, 3, Map.of(), 10_000);
		CardinalityFilter narrow = new CardinalityFilter(few);
		MeterRegistry filtered = new SimpleMeterRegistry();
		filtered.config().meterFilter(narrow);
		LabelledMeters<Counter> counters = new GuardedMeters(filtered, few).counters(TestMeters.TWO);
		for (int i = 0; i < 10; i++) {
			counters.get("a" + i, "b" + i).increment();
		}
		narrow.bindTo(filtered);
		assertThat(filtered.get("two").tags("a", "_other", "b", "_other").counter().count()).isEqualTo(7);
		assertThat(filtered.get("telemetry.cardinality.overflow").counter().count()).isEqualTo(7);
	}

	private static double overflow(MeterRegistry registry, String label) {
		return registry.get("telemetry.cardinality.overflow")
			.tags("meter", "theirs_total", "label", label)
			.counter()
			.count();
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
