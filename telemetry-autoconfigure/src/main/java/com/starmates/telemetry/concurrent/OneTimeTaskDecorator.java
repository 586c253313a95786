// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.Set;

import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;

/**
 * Leaves tasks that run again and again to themselves: the trace of whoever began them
 * would never end. Nothing that a scheduler's decorator is given tells such a task for
 * sure, and it is asked when tasks are scheduled only, so that it may look who calls.
 */
final class OneTimeTaskDecorator implements TaskDecorator {

	/** Between the decorator and what scheduled the task. */
	private static final int FRAMES = 12;

	private static final Set<String> REPEATING = Set.of("scheduleAtFixedRate", "scheduleWithFixedDelay");

	/** Schedules a task with a trigger, and does so again when it has run. */
	private static final String RESCHEDULING = "org.springframework.scheduling.concurrent.ReschedulingRunnable";

	private final TaskDecorator propagating;

	private final @Nullable TaskDecorator own;

	OneTimeTaskDecorator(ContextSnapshotFactory snapshots, @Nullable TaskDecorator own) {
		this.propagating = new PropagatingTaskDecorator(snapshots, own);
		this.own = own;
	}

	@Override
	public Runnable decorate(Runnable task) {
		if (!isRepeated()) {
			return this.propagating.decorate(task);
		}
		return (this.own != null) ? this.own.decorate(task) : task;
	}

	private static boolean isRepeated() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.limit(FRAMES)
				.anyMatch((frame) -> REPEATING.contains(frame.getMethodName())
						|| RESCHEDULING.equals(frame.getClassName())));
	}

}
