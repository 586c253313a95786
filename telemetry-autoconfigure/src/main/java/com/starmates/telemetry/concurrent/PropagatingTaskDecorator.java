// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/**
 * Takes the caller's context along to tasks, after the decorator that the application
 * itself has set.
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
		return this.snapshots.captureAll().wrap((this.own != null) ? this.own.decorate(task) : task);
	}

	/** Return whether a decorator takes the context along, as Boot's does. */
	static boolean isPropagating(@Nullable TaskDecorator decorator) {
		return parts(decorator).anyMatch(PropagatingTaskDecorator::isOne);
	}

	/** Return what a decorator does but for taking the context along. */
	static @Nullable TaskDecorator without(@Nullable TaskDecorator decorator) {
		List<TaskDecorator> others = parts(decorator).filter((part) -> !isOne(part)).toList();
		return others.isEmpty() ? null : new CompositeTaskDecorator(others);
	}

	private static boolean isOne(TaskDecorator decorator) {
		return decorator instanceof PropagatingTaskDecorator || decorator instanceof OneTimeTaskDecorator
				|| decorator instanceof ContextPropagatingTaskDecorator;
	}

	private static Stream<TaskDecorator> parts(@Nullable TaskDecorator decorator) {
		if (decorator instanceof CompositeTaskDecorator composite) {
			Object parts = PropertyAccessorFactory.forDirectFieldAccess(composite).getPropertyValue("taskDecorators");
			return (parts instanceof Collection<?> all) ? all.stream().map(TaskDecorator.class::cast) : Stream.empty();
		}
		return Stream.ofNullable(decorator);
	}

}
