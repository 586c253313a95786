// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Counts from the start, and has its meter later. For any number of threads; nothing is
 * lost and nothing is counted twice.
 */
final class LateCounter {

	private final AtomicLong waiting = new AtomicLong();

	private volatile @Nullable Counter counter;

	void increment() {
		this.waiting.incrementAndGet();
		Counter known = this.counter;
		if (known != null) {
			move(known);
		}
	}

	/** Move to the meter what was counted before, and from now on. */
	void moveTo(Counter registered) {
		this.counter = registered;
		move(registered);
	}

	private void move(Counter to) {
		to.increment(this.waiting.getAndSet(0));
	}

}
