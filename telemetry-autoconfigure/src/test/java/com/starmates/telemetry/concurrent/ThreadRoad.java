// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import com.starmates.telemetry.concurrent.ThreadRoadsTests.Announcement;
import com.starmates.telemetry.concurrent.ThreadRoadsTests.Service;
import com.starmates.telemetry.test.Road;

import org.springframework.context.ApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.support.TransactionTemplate;

/** Roads that work takes to other threads of a service. */
enum ThreadRoad implements Road {

	ASYNC("`@Async`", (beans, task) -> beans.getBean(Service.class).async(task)),

	ASYNC_OWN("`@Async` on an executor of the application's own",
			(beans, task) -> beans.getBean(Service.class).asyncOnPool(task)),

	BOOT_EXECUTOR("Spring Boot's task executor",
			on("applicationTaskExecutor", TaskExecutor.class, (executor) -> executor::execute)),

	POOL("`ThreadPoolTaskExecutor`", on("pool", TaskExecutor.class, (executor) -> executor::execute)),

	POOL_SUBMIT("`ThreadPoolTaskExecutor`, `submit`",
			on("pool", AsyncTaskExecutor.class, (executor) -> executor::submit)),

	POOL_BEGUN("`ThreadPoolTaskExecutor` that its bean method begins",
			on("begunPool", Executor.class, (executor) -> executor::execute)),

	SIMPLE("`SimpleAsyncTaskExecutor`", on("simple", TaskExecutor.class, (executor) -> executor::execute)),

	CONCURRENT("`ConcurrentTaskExecutor`", on("concurrent", TaskExecutor.class, (executor) -> executor::execute)),

	TASK_EXECUTOR("`AsyncTaskExecutor` of another kind",
			on("unknown", AsyncTaskExecutor.class, (executor) -> executor::submitCompletable)),

	EXECUTOR("`Executor`", on("executor", Executor.class, (executor) -> executor::execute)),

	SERVICE("`ExecutorService`", on("service", ExecutorService.class, (executor) -> executor::execute)),

	SERVICE_ALL("`ExecutorService`, `invokeAll`", on("service", ExecutorService.class, (executor) -> (task) -> {
		try {
			executor.invokeAll(List.of(Executors.callable(task)));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	})),

	FORK_JOIN("`ForkJoinPool`, declared as `ExecutorService`",
			on("forkJoin", ExecutorService.class, (executor) -> executor::submit)),

	FACTORY("`ThreadPoolExecutorFactoryBean`", on("factory", ExecutorService.class, (executor) -> executor::execute)),

	SCHEDULED_SERVICE("`ScheduledExecutorService`, once",
			on("scheduled", ScheduledExecutorService.class,
					(executor) -> (task) -> executor.schedule(task, 1, TimeUnit.MILLISECONDS))),

	SCHEDULER("`ThreadPoolTaskScheduler`, once",
			on("scheduler", TaskScheduler.class,
					(scheduler) -> (task) -> scheduler.schedule(task, Instant.now().plusMillis(1)))),

	FUTURE("`CompletableFuture` on any of them", on("service", ExecutorService.class,
			(executor) -> (task) -> CompletableFuture.supplyAsync(() -> 1, executor).thenRunAsync(task, executor))),

	EVENT("`@EventListener` with `@Async`", (beans, task) -> beans.publishEvent(new Announcement(task, true))),

	TRANSACTION("`@TransactionalEventListener` with `@Async`", (beans, task) -> beans.getBean(TransactionTemplate.class)
		.executeWithoutResult((status) -> beans.publishEvent(new Announcement(task, false))));

	private final String title;

	private final BiConsumer<ApplicationContext, Runnable> way;

	ThreadRoad(String title, BiConsumer<ApplicationContext, Runnable> way) {
		this.title = title;
		this.way = way;
	}

	private static <T> BiConsumer<ApplicationContext, Runnable> on(String bean, Class<T> type,
			Function<T, Consumer<Runnable>> way) {
		return (beans, task) -> way.apply(beans.getBean(bean, type)).accept(task);
	}

	void take(ApplicationContext beans, Runnable task) {
		this.way.accept(beans, task);
	}

	@Override
	public String title() {
		return this.title;
	}

}
