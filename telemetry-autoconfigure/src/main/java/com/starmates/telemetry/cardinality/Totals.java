// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.noop.NoopCounter;
import io.micrometer.core.instrument.step.StepCounter;

/**
 * Totals of counters, where a registry keeps totals. One that pushes what was counted
 * since it last did has none, and a composite of several shows that of any.
 */
final class Totals {

	private Totals() {
	}

	/** Return one of the counter's totals, or a negative number if it has none. */
	static double of(Counter counter, MeterRegistry registry) {
		if (counter instanceof NoopCounter) {
			return -1;
		}
		return in(registry, counter).stream()
			.filter((own) -> !(own instanceof NoopCounter))
			.mapToDouble(Counter::count)
			.findFirst()
			.orElse(-1);
	}

	/** Add the totals of a counter to those of another. */
	static void move(Counter from, Counter to, MeterRegistry registry) {
		List<Counter> sources = in(registry, from);
		List<Counter> targets = in(registry, to);
		for (int i = 0; i < sources.size(); i++) {
			targets.get(i).increment(sources.get(i).count());
		}
	}

	/**
	 * Return the counters behind a counter that keep totals, always in the same order.
	 */
	private static List<Counter> in(MeterRegistry registry, Counter counter) {
		List<Counter> found = new ArrayList<>();
		if (registry instanceof CompositeMeterRegistry composite) {
			composite.getRegistries().forEach((child) -> found.addAll(in(child, registered(child, counter))));
		}
		else if (!(counter instanceof StepCounter)) {
			found.add(counter);
		}
		return found;
	}

	/** The id of a composite's counter is the one that its children have filters for. */
	private static Counter registered(MeterRegistry child, Counter counter) {
		if (child instanceof CompositeMeterRegistry) {
			return counter;
		}
		return Counter.builder(counter.getId().getName())
			.description(counter.getId().getDescription())
			.tags(counter.getId().getTagsAsIterable())
			.register(child);
	}

}
