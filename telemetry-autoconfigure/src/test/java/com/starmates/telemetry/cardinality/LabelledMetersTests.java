// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link LabelledMeters}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LabelledMetersTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void countsUnderTheValues() {
		LabelledMeters<Counter> counters = meters(10, 10).counters(TestMeters.FIVE);
		counters.get("1", "2", "3", "4", "5").increment();
		counters.get("1", "2", "3", "4", "5").increment();
		counters.get("1", "2", "3", "4", "6").increment();
		assertThat(this.registry.get("five").tags("a", "1", "b", "2", "c", "3", "d", "4", "e", "5").counter().count())
			.isEqualTo(2);
		assertThat(this.registry.get("five").tags("e", "6").counter().count()).isEqualTo(1);
	}

	@Test
	void returnsTheSameMeterForTheSameValues() {
		LabelledMeters<Counter> counters = meters(10, 10).counters(TestMeters.TWO);
		assertThat(counters.get("1", "2")).isSameAs(counters.get("1", "2")).isNotSameAs(counters.get("2", "1"));
	}

	@Test
	void countsValuesBeyondTheBudgetAsOthers(CapturedOutput output) {
		LabelledMeters<Counter> counters = meters(2, 100).counters(TestMeters.TWO);
		counters.get("1", "x").increment();
		counters.get("2", "x").increment();
		counters.get("3", "x").increment();
		counters.get("4", "x").increment();
		counters.get("1", "x").increment();
		assertThat(count("a", "1")).isEqualTo(2);
		assertThat(count("a", "_other")).isEqualTo(2);
		assertThat(overflow("two_total", "a")).isEqualTo(2);
		assertThat(output).containsOnlyOnce("Label 'a' of meter two_total has more than 2 values");
		assertThat(output).contains("telemetry.metrics.cardinality.labels[two_total.a]");
	}

	@Test
	void hasNoCounterOfWhatDidNotHappen() {
		meters(2, 100).counters(TestMeters.TWO).get("1", "x").increment();
		assertThat(this.registry.find("telemetry.cardinality.overflow").counters()).isEmpty();
	}

	@Test
	void countsCombinationsBeyondTheBudgetAsOthers(CapturedOutput output) {
		LabelledMeters<Counter> counters = meters(100, 3).counters(TestMeters.TWO);
		for (int i = 0; i < 10; i++) {
			counters.get("a" + i % 5, "b" + i % 2).increment();
		}
		assertThat(this.registry.get("two").counters()).hasSize(4);
		assertThat(this.registry.get("two").tags("a", "_other", "b", "_other").counter().count()).isEqualTo(7);
		assertThat(overflow("two_total", "_series")).isEqualTo(7);
		assertThat(output).containsOnlyOnce("Meter two_total has more than 3 combinations of label values");
		assertThat(output).contains("telemetry.metrics.cardinality.max-series");
	}

	@Test
	void keepsLabelsOfOneValueWhereThereAreTooManyCombinations() {
		LabelledMeters<Counter> counters = meters(100, 3).counters(TestMeters.TWO);
		for (int i = 0; i < 10; i++) {
			counters.get("a", "b" + i).increment();
		}
		assertThat(this.registry.get("two").counters()).hasSize(4);
		assertThat(this.registry.get("two").tags("a", "a", "b", "_other").counter().count()).isEqualTo(7);
		counters.get("another", "b0").increment();
		assertThat(this.registry.get("two").tags("a", "_other", "b", "_other").counter().count()).isOne();
	}

	@Test
	void looksUpOthersWithoutALock() throws Exception {
		LabelledMeters<Counter> counters = meters(100, 1).counters(TestMeters.TWO);
		List.of("a", "b", "c").forEach((value) -> counters.get(value, value).increment());
		synchronized (counters) {
			assertThat(CompletableFuture.supplyAsync(() -> counters.get("c", "b")))
				.succeedsWithin(Duration.ofSeconds(10))
				.isSameAs(counters.get("b", "c"));
		}
	}

	@Test
	void hasBudgetsForSingleLabels() {
		CardinalityBudgets budgets = new CardinalityBudgets(2, 100, Map.of("a", 1, "two_total.a", 3), 10_000);
		GuardedMeters meters = new GuardedMeters(this.registry, budgets);
		LabelledMeters<Counter> one = meters.counters(TestMeters.ONE);
		LabelledMeters<Counter> two = meters.counters(TestMeters.TWO);
		for (int i = 0; i < 5; i++) {
			one.get("v" + i).increment();
			two.get("v" + i, "w" + i).increment();
		}
		assertThat(this.registry.get("one").counters()).hasSize(1 + 1);
		assertThat(values("two", "a")).containsExactlyInAnyOrder("v0", "v1", "v2", "_other");
		assertThat(values("two", "b")).containsExactlyInAnyOrder("w0", "w1", "_other");
	}

	@Test
	void losesNothingOfAMillionValues() {
		LabelledMeters<Counter> counters = meters(100, 1_000).counters(TestMeters.ONE);
		for (int i = 0; i < 1_000_000; i++) {
			counters.get("value" + i).increment();
		}
		assertThat(this.registry.get("one").counters()).hasSize(101);
		assertThat(total("one")).isEqualTo(1_000_000);
		assertThat(overflow("one_total", "a")).isEqualTo(999_900);
	}

	@Test
	void keepsNothingOfValuesThatAreTooMany() {
		LabelledMeters<Counter> counters = meters(100, 1_000).counters(TestMeters.ONE);
		long before = usedHeap();
		for (int i = 0; i < 1_000_000; i++) {
			counters.get("value " + i).increment();
		}
		Awaitility.await().untilAsserted(() -> assertThat(usedHeap() - before).isLessThan(5_000_000));
		assertThat(total("one")).isEqualTo(1_000_000);
	}

	@Test
	void losesNothingOfManyThreads() throws InterruptedException {
		LabelledMeters<Counter> counters = meters(50, 200).counters(TestMeters.TWO);
		CountDownLatch done = new CountDownLatch(8);
		for (int thread = 0; thread < 8; thread++) {
			new Thread(() -> {
				for (int i = 0; i < 10_000; i++) {
					counters.get("a" + i % 60, "b" + i % 7).increment();
				}
				done.countDown();
			}).start();
		}
		assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(total("two")).isEqualTo(80_000);
		assertThat(this.registry.get("two").counters()).hasSizeLessThanOrEqualTo(201);
		assertThat(values("two", "a")).hasSizeLessThanOrEqualTo(51);
	}

	@Test
	void takesValuesOfAnyShape() {
		LabelledMeters<Counter> counters = meters(100, 100).counters(TestMeters.ONE);
		counters.get(null).increment();
		counters.get("").increment();
		counters.get(" \t").increment();
		counters.get("x".repeat(10_000)).increment();
		counters.get("a\u0000b\nc\u0085").increment();
		counters.get("half \ud83d").increment();
		counters.get("whole \ud83d\ude00 é").increment();
		counters.get("whole \ud83d\ude00 é").increment();
		assertThat(values("one", "a")).containsExactlyInAnyOrder("none", "x".repeat(128), "a\ufffdb\ufffdc\ufffd",
				"half \ufffd", "whole \ud83d\ude00 é");
		assertThat(count("a", "none")).isEqualTo(3);
		assertThat(total("one")).isEqualTo(8);
	}

	@Test
	void makesTimersAndSummariesWithTheirBuckets() {
		GuardedMeters meters = meters(10, 10);
		meters.timers(TestMeters.TIMED).get("x").record(200, TimeUnit.MILLISECONDS);
		meters.summaries(TestMeters.SUMMED).get("x").record(0.5);
		assertThat(this.registry.get("timed").timer().takeSnapshot().histogramCounts())
			.extracting((bucket) -> bucket.bucket(TimeUnit.MILLISECONDS), (bucket) -> bucket.count())
			.containsExactly(tuple(100.0, 0.0), tuple(1000.0, 1.0));
		assertThat(this.registry.get("summed").summary().takeSnapshot().histogramCounts())
			.extracting((bucket) -> bucket.bucket(), (bucket) -> bucket.count())
			.containsExactly(tuple(0.1, 0.0), tuple(1.0, 1.0));
		assertThat(this.registry.get("timed").timer().getId().getDescription()).isEqualTo("Made for a test");
	}

	@Test
	void wantsAsManyValuesAsThereAreLabels() {
		LabelledMeters<Counter> counters = meters(10, 10).counters(TestMeters.TWO);
		assertThatIllegalArgumentException().isThrownBy(() -> counters.get("1"))
			.withMessage("'[a, b]' are the labels, but there were 1 values");
		assertThatIllegalArgumentException().isThrownBy(() -> counters.get("1", "2", "3"))
			.withMessage("'[a, b]' are the labels, but there were 3 values");
	}

	@Test
	void wantsBudgets() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CardinalityBudgets(0, 1, Map.of(), 1))
			.withMessage("'maxValues' must be positive: 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new CardinalityBudgets(1, 1, Map.of("x", -1), 1))
			.withMessage("'labels[x]' must be positive: -1");
	}

	private GuardedMeters meters(int maxValues, int maxSeries) {
		return new GuardedMeters(this.registry, new CardinalityBudgets(maxValues, maxSeries, Map.of(), 10_000));
	}

	private double count(String label, String value) {
		return this.registry.getMeters()
			.stream()
			.filter((meter) -> !meter.getId().getName().startsWith("telemetry"))
			.filter((meter) -> value.equals(meter.getId().getTag(label)))
			.mapToDouble(LabelledMetersTests::value)
			.sum();
	}

	private double total(String name) {
		return this.registry.get(name).counters().stream().mapToDouble(Counter::count).sum();
	}

	private double overflow(String meter, String label) {
		return this.registry.get("telemetry.cardinality.overflow")
			.tags("meter", meter, "label", label)
			.counter()
			.count();
	}

	private List<String> values(String name, String label) {
		return this.registry.get(name)
			.counters()
			.stream()
			.flatMap((counter) -> counter.getId().getTags().stream())
			.filter((tag) -> tag.getKey().equals(label))
			.map(Tag::getValue)
			.distinct()
			.toList();
	}

	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static double value(Meter meter) {
		return (meter instanceof Counter counter) ? counter.count() : 0;
	}

}
