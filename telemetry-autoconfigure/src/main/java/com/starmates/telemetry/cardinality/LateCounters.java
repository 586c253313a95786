// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Counters for those who count while a meter is being registered: a composite registry
 * holds a lock then that its own thread cannot take again. Their meters are registered on
 * another thread, and not before there is a registry.
 */
final class LateCounters {

	private final CardinalityBudgets budgets;

	private final Queue<Runnable> registrations = new ConcurrentLinkedQueue<>();

	private volatile @Nullable GuardedMeters meters;

	LateCounters(CardinalityBudgets budgets) {
		this.budgets = budgets;
	}

	/** Register what has counted so far, and from now on all others; the first counts. */
	synchronized void bindTo(MeterRegistry registry) {
		if (this.meters == null) {
			this.meters = new GuardedMeters(registry, this.budgets);
		}
		register();
	}

	/** Return a counter that can be counted with at once. */
	LateCounter counter(MeterDefinition definition, Tags tags) {
		LateCounter counter = new LateCounter();
		this.registrations.add(() -> register(counter, definition, tags));
		if (this.meters != null) {
			CompletableFuture.runAsync(this::register);
		}
		return counter;
	}

	private void register(LateCounter counter, MeterDefinition definition, Tags tags) {
		GuardedMeters known = this.meters;
		if (known != null) {
			counter.moveTo(known.counter(definition, tags));
		}
	}

	private void register() {
		Runnable next = this.registrations.poll();
		while (next != null) {
			next.run();
			next = this.registrations.poll();
		}
	}

}
