// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells those who wait for something that it may have happened.
 */
final class Changes {

	private long count;

	/** Say that something has changed. */
	synchronized void happened() {
		this.count++;
		notifyAll();
	}

	/** Wait until a condition holds; return whether it does. */
	synchronized boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
		long deadline = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
		return true;
	}

	/** Wait until nothing has changed for a while; return whether that came to pass. */
	synchronized boolean awaitQuiet(Duration quiet, Duration limit) throws InterruptedException {
		long deadline = System.nanoTime() + limit.toNanos();
		while (System.nanoTime() < deadline) {
			long seen = this.count;
			if (!await(() -> this.count != seen, quiet)) {
				return true;
			}
		}
		return false;
	}

}
