// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;

import org.springframework.beans.ConfigurablePropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Lets the context of whoever hands over work follow it through executors: the trace, the
 * tracking id, and whatever else Micrometer's context propagation knows. Spring's own get
 * a task decorator, beside the one that they have; others a wrapper, where whoever asks
 * for them cannot tell the difference.
 *
 * @since 1.0.0
 */
public final class PropagatingExecutors {

	private static final String DECORATOR = "taskDecorator";

	private static final List<Decorated<?>> DECORATED = List.of(
			new Decorated<>(ThreadPoolTaskExecutor.class, ThreadPoolTaskExecutor::setTaskDecorator),
			new Decorated<>(ThreadPoolTaskScheduler.class, ThreadPoolTaskScheduler::setTaskDecorator),
			new Decorated<>(SimpleAsyncTaskExecutor.class, SimpleAsyncTaskExecutor::setTaskDecorator),
			new Decorated<>(ConcurrentTaskExecutor.class, ConcurrentTaskExecutor::setTaskDecorator),
			new Decorated<>(TaskExecutorAdapter.class, TaskExecutorAdapter::setTaskDecorator));

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();

	/**
	 * Let the context follow work through an executor.
	 * @param executor the executor
	 * @param type as what others ask for it
	 * @return the same executor, or what wraps it; where neither can be, the same
	 */
	public Executor propagating(Executor executor, Class<?> type) {
		if (isPropagating(executor)) {
			return executor;
		}
		for (Decorated<?> decorated : DECORATED) {
			if (decorated.type().isInstance(executor)) {
				decorated.decorate(executor, this.snapshots);
				return executor;
			}
		}
		Executor wrapped = wrapped(executor);
		return type.isInstance(wrapped) ? wrapped : executor;
	}

	private Executor wrapped(Executor executor) {
		if (executor instanceof ScheduledExecutorService scheduler) {
			return new PropagatingScheduler(scheduler, this.snapshots);
		}
		if (executor instanceof ExecutorService service) {
			return ContextExecutorService.wrap(service, this.snapshots);
		}
		if (executor instanceof AsyncTaskExecutor tasks) {
			return new PropagatingTaskExecutor(tasks, this.snapshots);
		}
		return new PropagatingExecutor<>(executor, this.snapshots);
	}

	/**
	 * Return whether the context follows work through an executor.
	 * @param executor the executor
	 * @return whether it does, as far as can be seen
	 */
	public static boolean isPropagating(Executor executor) {
		return executor instanceof ContextExecutorService || executor instanceof PropagatingExecutor
				|| DECORATED.stream().anyMatch((decorated) -> decorated.isPropagating(executor));
	}

	/**
	 * Executors of Spring's that take a decorator. None of them tells which it has.
	 *
	 * @param <E> their type
	 * @param type their type
	 * @param setter sets the decorator
	 */
	private record Decorated<E extends Executor>(Class<E> type, BiConsumer<E, TaskDecorator> setter) {

		void decorate(Executor executor, ContextSnapshotFactory snapshots) {
			TaskDecorator own = (TaskDecorator) fields(executor).getPropertyValue(DECORATOR);
			this.setter.accept(this.type.cast(executor), new PropagatingTaskDecorator(snapshots, own));
		}

		boolean isPropagating(Executor executor) {
			return this.type.isInstance(executor)
					&& PropagatingTaskDecorator.isPropagating(fields(executor).getPropertyValue(DECORATOR));
		}

		private static ConfigurablePropertyAccessor fields(Executor executor) {
			return PropertyAccessorFactory.forDirectFieldAccess(executor);
		}

	}

}
