// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of counters that stand still for a time, on a thread of its own.
 *
 * @since 1.0.0
 */
public final class IdleSweeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(IdleSweeper.class);

	/** A counter is let go at most a quarter too late, and one quarter more. */
	private static final int ROUNDS = 4;

	private final @Nullable ScheduledExecutorService thread;

	/**
	 * Begin to let go of counters, until {@link #close()}.
	 * @param meters whose counters
	 * @param idleAfter how long a counter stands still before; {@code null} to let none
	 * go
	 * @throws IllegalArgumentException if that is no time
	 */
	public IdleSweeper(GuardedMeters meters, @Nullable Duration idleAfter) {
		this.thread = (idleAfter != null) ? start(meters, idleAfter) : null;
	}

	private static ScheduledExecutorService start(GuardedMeters meters, Duration idleAfter) {
		if (idleAfter.isZero() || idleAfter.isNegative()) {
			throw new IllegalArgumentException("'idleAfter' must be positive: " + idleAfter);
		}
		long nanos = idleAfter.toNanos();
		long period = Math.max(1, nanos / ROUNDS);
		ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread sweeper = new Thread(task, "telemetry-idle-counters");
			sweeper.setDaemon(true);
			return sweeper;
		});
		thread.scheduleWithFixedDelay(() -> sweep(meters, nanos), period, period, TimeUnit.NANOSECONDS);
		return thread;
	}

	private static void sweep(GuardedMeters meters, long nanos) {
		try {
			meters.sweep(System.nanoTime(), nanos);
		}
		catch (RuntimeException ex) {
			logger.warn("Idle counters could not be let go; the next round will try again", ex);
		}
	}

	@Override
	public void close() {
		if (this.thread != null) {
			this.thread.shutdownNow();
		}
	}

}
