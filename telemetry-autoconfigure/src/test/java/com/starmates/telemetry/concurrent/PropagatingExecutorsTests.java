// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.tracking.ContextPropagation;
import io.micrometer.context.ContextRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.Lifecycle;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropagatingExecutors}.
 */
class PropagatingExecutorsTests {

	private static final ContextKey<String> KEY = ContextKey.named("test");

	private final ContextPropagation propagation = new ContextPropagation(ContextRegistry.getInstance());

	private final PropagatingExecutors executors = new PropagatingExecutors();

	private final BlockingQueue<String> seen = new ArrayBlockingQueue<>(100);

	@AfterEach
	void close() {
		this.propagation.close();
	}

	@Test
	void decoratorOfTheApplicationIsKept() throws Exception {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setTaskDecorator((task) -> () -> {
			this.seen.add("decorated in " + value());
			task.run();
		});
		executor.initialize();
		assertThat(this.executors.propagating(executor, ThreadPoolTaskExecutor.class)).isSameAs(executor);
		within("work", () -> executor.execute(this::see));
		assertThat(next()).isEqualTo("decorated in work");
		assertThat(next()).isEqualTo("work");
		executor.shutdown();
	}

	@Test
	void executorThatPropagatesIsLeftAsItIs() {
		for (TaskDecorator decorator : List.<TaskDecorator>of(new ContextPropagatingTaskDecorator(),
				new CompositeTaskDecorator(
						List.<TaskDecorator>of((task) -> task, new ContextPropagatingTaskDecorator())))) {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setTaskDecorator(decorator);
			this.executors.propagating(executor, Executor.class);
			assertThat(executor).extracting("taskDecorator").isSameAs(decorator);
		}
		Executor wrapped = this.executors.propagating(Runnable::run, Executor.class);
		assertThat(this.executors.propagating(wrapped, Executor.class)).isSameAs(wrapped);
	}

	@Test
	void executorOfWhichTheClassIsAskedForIsLeftAsItIs() {
		ExecutorService service = Executors.newFixedThreadPool(1);
		assertThat(this.executors.propagating(service, ThreadPoolExecutor.class)).isSameAs(service);
		assertThat(PropagatingExecutors.isPropagating(service)).isFalse();
		assertThat(this.executors.propagating(service, ExecutorService.class)).isNotSameAs(service)
			.matches(PropagatingExecutors::isPropagating);
		service.shutdown();
	}

	@Test
	void wrapperEndsWhatItWraps() throws Exception {
		ExecutorService service = Executors.newFixedThreadPool(1);
		ExecutorService wrapper = (ExecutorService) this.executors.propagating(service, ExecutorService.class);
		wrapper.shutdown();
		assertThat(wrapper.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
		assertThat(service.isTerminated()).isTrue();
	}

	@Test
	void whatRunsAgainAndAgainBelongsToNobody() throws Exception {
		ScheduledExecutorService service = Executors.newSingleThreadScheduledExecutor();
		ScheduledExecutorService wrapper = (ScheduledExecutorService) this.executors.propagating(service,
				ScheduledExecutorService.class);
		within("work", () -> wrapper.scheduleAtFixedRate(this::see, 0, 1, TimeUnit.MILLISECONDS));
		assertThat(next()).isEqualTo("nothing");
		assertThat(next()).isEqualTo("nothing");
		wrapper.shutdownNow();
	}

	@Test
	void whatSpringRunsAgainAndAgainBelongsToNobody() throws Exception {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.initialize();
		this.executors.propagating(scheduler, ThreadPoolTaskScheduler.class);
		within("work", () -> scheduler.scheduleAtFixedRate(this::see, Duration.ofMillis(1)));
		assertThat(next()).isEqualTo("nothing");
		assertThat(next()).isEqualTo("nothing");
		scheduler.shutdown();
	}

	@Test
	void whatATriggerRunsAgainAndAgainBelongsToNobody() throws Exception {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setTaskDecorator(new ContextPropagatingTaskDecorator());
		scheduler.initialize();
		this.executors.propagating(scheduler, ThreadPoolTaskScheduler.class);
		within("work", () -> scheduler.schedule(this::see, new PeriodicTrigger(Duration.ofMillis(1))));
		assertThat(next()).isEqualTo("nothing");
		assertThat(next()).isEqualTo("nothing");
		within("work", () -> scheduler.schedule(() -> this.seen.offer("once in " + value()), Instant.now()));
		Awaitility.await().until(() -> next().equals("once in work"));
		scheduler.shutdown();
	}

	@Test
	void whatAConcurrentSchedulerRunsAgainAndAgainBelongsToNobody() throws Exception {
		ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
		ConcurrentTaskScheduler scheduler = new ConcurrentTaskScheduler(threads);
		this.executors.propagating(scheduler, TaskScheduler.class);
		within("work", () -> scheduler.scheduleWithFixedDelay(this::see, Duration.ofMillis(1)));
		assertThat(next()).isEqualTo("nothing");
		assertThat(next()).isEqualTo("nothing");
		within("work", () -> scheduler.schedule(() -> this.seen.offer("once in " + value()), Instant.now()));
		Awaitility.await().until(() -> next().equals("once in work"));
		threads.shutdownNow();
	}

	@Test
	void decoratorOfTheApplicationIsKeptForWhatRunsAgainAndAgain() throws Exception {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setTaskDecorator((task) -> () -> this.seen.offer("decorated"));
		scheduler.initialize();
		this.executors.propagating(scheduler, ThreadPoolTaskScheduler.class);
		scheduler.scheduleAtFixedRate(this::see, Duration.ofMillis(1));
		assertThat(next()).isEqualTo("decorated");
		scheduler.shutdown();
	}

	@Test
	void whoIsLoggedInStaysBehind() throws Exception {
		ThreadLocal<String> login = new ThreadLocal<>();
		ContextRegistry.getInstance().registerThreadLocalAccessor("test.login", login);
		try {
			login.set("admin");
			ExecutorService service = Executors.newSingleThreadExecutor();
			ExecutorService wrapper = (ExecutorService) this.executors.propagating(service, ExecutorService.class);
			assertThat(wrapper.submit(login::get).get(10, TimeUnit.SECONDS)).isNull();
			wrapper.shutdown();
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor("test.login");
		}
	}

	@Test
	void executorThatLooksAtItsTasksIsLeftAsItIs() {
		ThreadPoolExecutor ordered = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
		assertThat(this.executors.propagating(ordered, ExecutorService.class)).isSameAs(ordered);
		ordered.shutdown();
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setRemoveOnCancelPolicy(true);
		scheduler.initialize();
		this.executors.propagating(scheduler, ThreadPoolTaskScheduler.class);
		scheduler.schedule(this::see, Instant.now().plusSeconds(100)).cancel(false);
		assertThat(scheduler.getScheduledThreadPoolExecutor().getQueue()).isEmpty();
		scheduler.shutdown();
	}

	@Test
	void executorThatCanDoMoreIsLeftAsItIs() {
		class Started implements Executor, Lifecycle {

			@Override
			public void execute(Runnable task) {
				task.run();
			}

			@Override
			public void start() {
				// nothing
			}

			@Override
			public void stop() {
				// nothing
			}

			@Override
			public boolean isRunning() {
				return true;
			}

		}
		Executor started = new Started();
		assertThat(this.executors.propagating(started, Executor.class)).isSameAs(started);
		assertThat(this.executors.propagating(Runnable::run, Object.class)).isNotInstanceOf(PropagatingExecutor.class);
	}

	private void see() {
		this.seen.offer(value());
	}

	private String next() throws InterruptedException {
		return String.valueOf(this.seen.poll(10, TimeUnit.SECONDS));
	}

	private static String value() {
		String value = Context.current().get(KEY);
		return (value != null) ? value : "nothing";
	}

	private static void within(String value, Runnable work) {
		try (Scope scope = Context.current().with(KEY, value).makeCurrent()) {
			work.run();
		}
	}

}
