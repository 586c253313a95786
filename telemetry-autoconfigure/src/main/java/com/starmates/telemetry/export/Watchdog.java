// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what lasts too long. Its thread ends when there has been nothing to watch for a
 * while: the JDK's own timer would keep the class loader that happens to need it first.
 */
final class Watchdog {

	private static final ScheduledThreadPoolExecutor TIMER = timer();

	private Watchdog() {
	}

	/** Do something if a deadline passes, unless that is cancelled before. */
	static Future<?> watch(Deadline deadline, Runnable end) {
		return TIMER.schedule(() -> CompletableFuture.runAsync(end), Math.max(1, deadline.remaining()),
				TimeUnit.NANOSECONDS);
	}

	private static ScheduledThreadPoolExecutor timer() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Watchdog::thread);
		timer.setRemoveOnCancelPolicy(true);
		timer.setKeepAliveTime(10, TimeUnit.SECONDS);
		timer.allowCoreThreadTimeOut(true);
		return timer;
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "telemetry-export-watchdog");
		thread.setDaemon(true);
		return thread;
	}

}
