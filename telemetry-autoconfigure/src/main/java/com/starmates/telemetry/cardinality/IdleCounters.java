// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.noop.NoopCounter;

/**
 * Lets go of counters of one name that stand still. It takes two rounds: first a counter
 * can no longer be found, and in the next round, when nobody can be about to count with
 * it any more, its total goes to that of all others.
 */
final class IdleCounters {

	private final LabelledMeters<Counter> counters;

	private final MeterRegistry registry;

	private final Map<Counter, Standing> standing = new HashMap<>();

	private Map<Counter, String[]> leaving = Map.of();

	IdleCounters(LabelledMeters<Counter> counters, MeterRegistry registry) {
		this.counters = counters;
		this.registry = registry;
	}

	/** Go round once, in one thread at a time. */
	void sweep(long now, long idleNanos) {
		boolean gone = false;
		for (Map.Entry<Counter, String[]> idle : this.leaving.entrySet()) {
			gone |= this.counters.ifMissing(idle.getValue(), (others) -> release(idle.getKey(), others));
		}
		if (gone) {
			this.counters.forgetValues();
		}
		this.leaving = idle(now, idleNanos);
		this.leaving.values().forEach(this.counters::remove);
	}

	/** Without a counter of all others the total must stay where it is. */
	private void release(Counter counter, Counter others) {
		if (!(others instanceof NoopCounter)) {
			Totals.move(counter, others, this.registry);
			this.registry.remove(counter);
		}
	}

	private Map<Counter, String[]> idle(long now, long idleNanos) {
		Map<Counter, String[]> idle = new HashMap<>();
		List<Counter> present = new ArrayList<>();
		this.counters.forEach((place, counter) -> {
			present.add(counter);
			Standing known = this.standing.get(counter);
			double total = Totals.of(counter, this.registry);
			if (known == null || known.total() != total) {
				this.standing.put(counter, new Standing(total, now));
			}
			else if (total >= 0 && now - known.since() >= idleNanos) {
				idle.put(counter, place);
			}
		});
		this.standing.keySet().retainAll(present);
		this.standing.keySet().removeAll(idle.keySet());
		return idle;
	}

	/** A total, and since when it has been that. */
	private record Standing(double total, long since) {

	}

}
