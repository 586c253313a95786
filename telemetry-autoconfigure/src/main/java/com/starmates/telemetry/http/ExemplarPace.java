// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Lets, of a histogram's measurements, ten a second into each bucket become exemplars:
 * more than anybody collects, and a rare slow request is always among them.
 */
final class ExemplarPace {

	private static final long INTERVAL = Duration.ofMillis(100).toNanos();

	private static final double NANOS_PER_SECOND = 1e9;

	private static final ThreadLocal<boolean[]> PAUSED = ThreadLocal.withInitial(() -> new boolean[1]);

	private final long[] bounds;

	private final AtomicLongArray due;

	/**
	 * Create the pace of one histogram.
	 * @param bounds of its buckets, in seconds
	 */
	ExemplarPace(double... bounds) {
		this.bounds = Arrays.stream(bounds).mapToLong((bound) -> Math.round(bound * NANOS_PER_SECOND)).toArray();
		this.due = new AtomicLongArray(bounds.length + 1);
		long now = System.nanoTime();
		for (int bucket = 0; bucket <= bounds.length; bucket++) {
			this.due.set(bucket, now);
		}
	}

	/** Whether the calling thread records a measurement that needs no exemplar. */
	static boolean isPaused() {
		return PAUSED.get()[0];
	}

	/**
	 * Let what the calling thread records until {@link #resume()} have no exemplar,
	 * unless one is due for a duration in nanoseconds. Two threads may both find one due;
	 * that does no harm.
	 * @return whether it is to be resumed
	 */
	boolean pauseUnlessDue(long duration, long now) {
		int bucket = bucket(duration);
		if (now - this.due.get(bucket) >= 0) {
			this.due.lazySet(bucket, now + INTERVAL);
			return false;
		}
		PAUSED.get()[0] = true;
		return true;
	}

	/** What the calling thread records next may have an exemplar. */
	static void resume() {
		PAUSED.get()[0] = false;
	}

	private int bucket(long duration) {
		int bucket = 0;
		while (bucket < this.bounds.length && duration > this.bounds[bucket]) {
			bucket++;
		}
		return bucket;
	}

}
