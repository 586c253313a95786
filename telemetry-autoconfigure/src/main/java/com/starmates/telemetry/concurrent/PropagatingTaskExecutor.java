// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.micrometer.context.ContextSnapshotFactory;

import org.springframework.core.task.AsyncTaskExecutor;

/**
 * A task executor of Spring's that takes the caller's context along.
 */
final class PropagatingTaskExecutor extends PropagatingExecutor<AsyncTaskExecutor> implements AsyncTaskExecutor {

	PropagatingTaskExecutor(AsyncTaskExecutor executor, ContextSnapshotFactory snapshots) {
		super(executor, snapshots);
	}

	@Override
	public Future<?> submit(Runnable task) {
		return executor().submit(snapshots().captureAll().wrap(task));
	}

	@Override
	public <T> Future<T> submit(Callable<T> task) {
		return executor().submit(snapshots().captureAll().wrap(task));
	}

	@Override
	public CompletableFuture<Void> submitCompletable(Runnable task) {
		return executor().submitCompletable(snapshots().captureAll().wrap(task));
	}

	@Override
	public <T> CompletableFuture<T> submitCompletable(Callable<T> task) {
		return executor().submitCompletable(snapshots().captureAll().wrap(task));
	}

}
