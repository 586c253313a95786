// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link IdleCounters} and {@link IdleSweeper}. */
class IdleCountersTests {

	private static final long IDLE = 100;

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final GuardedMeters meters = new GuardedMeters(this.registry,
			new CardinalityBudgets(3, 100, Map.of(), 10_000));

	private final LabelledMeters<Counter> users = this.meters.counters(TestMeters.TWO);

	@Test
	void totalOfACounterThatStandsStillGoesToAllOthers() {
		this.users.get("ann", "x").increment(5);
		this.users.get("bob", "x").increment(7);
		sweep(0);
		this.users.get("bob", "x").increment();
		sweep(IDLE);
		sweep(IDLE + 1);
		assertThat(values()).isEqualTo(Map.of("bob", 8.0, LabelValues.OTHER, 5.0));
	}

	@Test
	void totalsNeverFall() {
		for (int round = 0; round < 50; round++) {
			this.users.get("user" + round, "x").increment(round + 1);
			sweep(round * IDLE);
			assertThat(values().values().stream().mapToDouble(Double::doubleValue).sum())
				.isEqualTo((round + 1) * (round + 2) / 2.0);
		}
		assertThat(this.registry.get("two").counters()).hasSizeLessThan(5);
	}

	@Test
	void totalsNeverFallWhereAFilterRenamesMeters() {
		this.registry.config().meterFilter(new MeterFilter() {

			@Override
			public Meter.Id map(Meter.Id id) {
				return id.withName("acme." + id.getName());
			}

		});
		this.users.get("ann", "x").increment(5);
		for (int round = 0; round < 4; round++) {
			sweep(round * IDLE);
		}
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsExactly("acme.two");
		assertThat(this.registry.get("acme.two").tags("a", LabelValues.OTHER).counter().count()).isEqualTo(5);
	}

	@Test
	void counterThatIsAskedForAgainStays() {
		this.users.get("ann", "x").increment(5);
		sweep(0);
		sweep(IDLE);
		this.users.get("ann", "x").increment();
		sweep(IDLE + 1);
		assertThat(values()).isEqualTo(Map.of("ann", 6.0));
	}

	@Test
	void counterThatWasLetGoCountsOnWhenAskedForAgain() {
		this.users.get("ann", "x").increment(5);
		sweep(0);
		sweep(IDLE);
		sweep(2 * IDLE);
		this.users.get("ann", "x").increment(2);
		assertThat(values()).isEqualTo(Map.of("ann", 2.0, LabelValues.OTHER, 5.0));
	}

	@Test
	void valueOfACounterThatWasLetGoMakesRoom() {
		for (String user : new String[] { "ann", "bob", "cyd" }) {
			this.users.get(user, "x").increment();
		}
		this.users.get("dan", "x").increment();
		assertThat(values()).doesNotContainKey("dan");
		sweep(0);
		this.users.get("ann", "x").increment();
		sweep(IDLE);
		sweep(IDLE + 1);
		this.users.get("dan", "x").increment();
		assertThat(values()).containsOnlyKeys("ann", "dan", LabelValues.OTHER);
		assertThat(this.users.get("ann", "x")).isSameAs(this.registry.get("two").tags("a", "ann").counter());
	}

	@Test
	void everyRegistryKeepsItsTotal() {
		CompositeMeterRegistry both = new CompositeMeterRegistry();
		MeterRegistry pushed = new SimpleMeterRegistry((key) -> key.endsWith("mode") ? "STEP" : null, Clock.SYSTEM);
		both.add(pushed).add(this.registry);
		GuardedMeters meters = new GuardedMeters(both, CardinalityBudgets.STANDARD);
		meters.counters(TestMeters.TWO).get("ann", "x").increment(5);
		for (int round = 0; round < 4; round++) {
			meters.sweep(round * IDLE, IDLE);
		}
		assertThat(values()).isEqualTo(Map.of(LabelValues.OTHER, 5.0));
		assertThat(pushed.get("two").counters()).hasSize(1);
	}

	@Test
	void countersThatAreHeldStay() {
		Counter held = this.meters.heldCounters(TestMeters.ONE).get("ann");
		held.increment();
		for (int round = 0; round < 5; round++) {
			sweep(round * IDLE);
		}
		assertThat(this.registry.get("one").tags("a", "ann").counter().count()).isOne();
	}

	@Test
	void sweeperGoesRound() {
		this.users.get("ann", "x").increment(5);
		try (IdleSweeper sweeper = new IdleSweeper(this.meters, Duration.ofMillis(20))) {
			Awaitility.await().untilAsserted(() -> assertThat(values()).isEqualTo(Map.of(LabelValues.OTHER, 5.0)));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new IdleSweeper(this.meters, Duration.ZERO))
			.withMessage("'idleAfter' must be positive: PT0S");
	}

	private void sweep(long now) {
		this.meters.sweep(now, IDLE);
	}

	private Map<String, Double> values() {
		return this.registry.get("two")
			.counters()
			.stream()
			.collect(Collectors.toMap((counter) -> String.valueOf(counter.getId().getTag("a")), Counter::count));
	}

}
