// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;

/**
 * A scheduler that takes the caller's context along to what runs once. What runs again
 * and again is not the work of whoever began it: its trace would never end.
 */
final class PropagatingScheduler extends ContextExecutorService<ScheduledExecutorService>
		implements ScheduledExecutorService {

	PropagatingScheduler(ScheduledExecutorService scheduler, ContextSnapshotFactory snapshots) {
		super(scheduler, snapshots::captureAll);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
		return getExecutorService().schedule(capture().wrap(task), delay, unit);
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
		return getExecutorService().schedule(capture().wrap(task), delay, unit);
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
		return getExecutorService().scheduleAtFixedRate(task, delay, period, unit);
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
		return getExecutorService().scheduleWithFixedDelay(task, first, delay, unit);
	}

}
