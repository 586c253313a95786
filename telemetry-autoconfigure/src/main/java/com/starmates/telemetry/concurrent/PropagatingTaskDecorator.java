// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.Collection;
import java.util.concurrent.RunnableScheduledFuture;

import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/**
 * Takes the caller's context along to tasks that run once, after the decorator that the
 * application itself has set.
 */
final class PropagatingTaskDecorator implements TaskDecorator {

	private final ContextSnapshotFactory snapshots;

	private final @Nullable TaskDecorator own;

	PropagatingTaskDecorator(ContextSnapshotFactory snapshots, @Nullable TaskDecorator own) {
		this.snapshots = snapshots;
		this.own = own;
	}

	@Override
	public Runnable decorate(Runnable task) {
		Runnable decorated = (this.own != null) ? this.own.decorate(task) : task;
		return isPeriodic(task) ? decorated : this.snapshots.captureAll().wrap(decorated);
	}

	private static boolean isPeriodic(Runnable task) {
		return task instanceof RunnableScheduledFuture<?> future && future.isPeriodic();
	}

	/** Return whether a decorator takes the context along, as Boot's does. */
	static boolean isPropagating(@Nullable Object decorator) {
		if (decorator instanceof CompositeTaskDecorator composite) {
			return PropertyAccessorFactory.forDirectFieldAccess(composite)
				.getPropertyValue("taskDecorators") instanceof Collection<?> parts
					&& parts.stream().anyMatch(PropagatingTaskDecorator::isPropagating);
		}
		return decorator instanceof PropagatingTaskDecorator || decorator instanceof ContextPropagatingTaskDecorator;
	}

}
