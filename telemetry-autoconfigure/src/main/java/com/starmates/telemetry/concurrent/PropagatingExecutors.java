// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;

import com.starmates.telemetry.tracking.ContextPropagation;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.ConfigurablePropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * Lets the context of whoever hands over work follow it through executors: the trace, the
 * tracking id and the observation, and nothing else that Micrometer's context propagation
 * knows, such as who is logged in. Spring's own get a task decorator, beside the one that
 * they have; others a wrapper, where it can do all that they can. Executors that order
 * their tasks, or remove those that are cancelled, stay as they are: they look at them.
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

	private static final Set<Object> KEYS = Set.of(ContextPropagation.KEY, ObservationThreadLocalAccessor.KEY);

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
		.captureKeyPredicate(KEYS::contains)
		.build();

	/**
	 * Let the context follow work through an executor.
	 * @param executor the executor
	 * @param type as what others ask for it
	 * @return the same executor, or what wraps it; where neither can be, the same
	 */
	public Executor propagating(Executor executor, Class<?> type) {
		if (isOrdered(executor) || removesCancelled(executor)) {
			return executor;
		}
		for (Decorated<?> decorated : DECORATED) {
			if (decorated.type().isInstance(executor)) {
				decorated.decorate(executor, this.snapshots);
				return executor;
			}
		}
		if (isWrapped(executor)) {
			return executor;
		}
		Executor wrapped = wrapped(executor);
		return (type.isInstance(wrapped) && type != Object.class && isAsAble(wrapped, executor)) ? wrapped : executor;
	}

	/** Decorated tasks cannot be removed when they are cancelled. */
	private static boolean removesCancelled(Executor executor) {
		return executor instanceof ThreadPoolTaskScheduler
				&& Boolean.TRUE.equals(fields(executor).getPropertyValue("removeOnCancelPolicy"))
				&& fields(executor).getPropertyValue(DECORATOR) == null;
	}

	private static boolean isOrdered(Executor executor) {
		if (executor instanceof ThreadPoolTaskExecutor pool) {
			return fields(pool).getPropertyValue("threadPoolExecutor") instanceof ThreadPoolExecutor inner
					&& isOrdered(inner);
		}
		return executor instanceof ThreadPoolExecutor pool && !(executor instanceof ScheduledExecutorService)
				&& pool.getQueue() instanceof PriorityBlockingQueue;
	}

	/** Some are also started and stopped, or listen. */
	private static boolean isAsAble(Executor wrapper, Executor executor) {
		return ClassUtils.getAllInterfacesAsSet(executor).stream().allMatch((type) -> type.isInstance(wrapper));
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

	private static boolean isWrapped(Executor executor) {
		return executor instanceof ContextExecutorService || executor instanceof PropagatingExecutor;
	}

	/**
	 * Return whether the context follows work through an executor.
	 * @param executor the executor
	 * @return whether it does, as far as can be seen
	 */
	public static boolean isPropagating(Executor executor) {
		return isWrapped(executor) || DECORATED.stream().anyMatch((decorated) -> decorated.isPropagating(executor));
	}

	private static ConfigurablePropertyAccessor fields(Executor executor) {
		return PropertyAccessorFactory.forDirectFieldAccess(executor);
	}

	/**
	 * Executors of Spring's that take a decorator. None of them tells which it has.
	 *
	 * @param <E> their type
	 * @param type their type
	 * @param setter sets the decorator
	 */
	private record Decorated<E extends Executor>(Class<E> type, BiConsumer<E, TaskDecorator> setter) {

		/** Boot's own decorator does not know of tasks that run again and again. */
		void decorate(Executor executor, ContextSnapshotFactory snapshots) {
			TaskDecorator own = decorator(executor);
			if (isScheduler(executor) && !(own instanceof OneTimeTaskDecorator)) {
				set(executor, new OneTimeTaskDecorator(snapshots, PropagatingTaskDecorator.without(own)));
			}
			else if (!PropagatingTaskDecorator.isPropagating(own)) {
				set(executor, new PropagatingTaskDecorator(snapshots, own));
			}
		}

		private void set(Executor executor, TaskDecorator decorator) {
			this.setter.accept(this.type.cast(executor), decorator);
		}

		private static @Nullable TaskDecorator decorator(Executor executor) {
			return (TaskDecorator) fields(executor).getPropertyValue(DECORATOR);
		}

		private static boolean isScheduler(Executor executor) {
			return executor instanceof ThreadPoolTaskScheduler || executor instanceof ConcurrentTaskScheduler;
		}

		boolean isPropagating(Executor executor) {
			return this.type.isInstance(executor) && PropagatingTaskDecorator.isPropagating(decorator(executor));
		}

	}

}
