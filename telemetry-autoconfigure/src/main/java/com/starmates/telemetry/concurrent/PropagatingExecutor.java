// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.concurrent.Executor;

import io.micrometer.context.ContextSnapshotFactory;

/**
 * An executor that takes the caller's context along.
 *
 * @param <E> type of the executor that does the work
 */
class PropagatingExecutor<E extends Executor> implements Executor {

	private final E executor;

	private final ContextSnapshotFactory snapshots;

	PropagatingExecutor(E executor, ContextSnapshotFactory snapshots) {
		this.executor = executor;
		this.snapshots = snapshots;
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(this.snapshots.captureAll().wrap(task));
	}

	final E executor() {
		return this.executor;
	}

	final ContextSnapshotFactory snapshots() {
		return this.snapshots;
	}

	@Override
	public String toString() {
		return "Propagating " + this.executor;
	}

}
