// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.concurrent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.test.Proves;
import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolExecutorFactoryBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What work knows of its trace on the threads that it takes to.
 */
@Proves(roads = ThreadRoad.class, to = "another thread",
		seen = "the same span, tracking id, log context and user; nothing of it afterwards")
class ThreadRoadsTests {

	private static final int TASKS = 100_000;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=roads", "spring.main.banner-mode=off",
					"spring.task.execution.mode=force", "spring.task.execution.pool.core-size=1")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@EnumSource
	void workKnowsItsTraceUserAndLogContext(ThreadRoad road) throws Exception {
		CompletableFuture<Seen> far = new CompletableFuture<>();
		SpanContext span = inSpan(() -> {
			TelemetryContext.current().user("user_1");
			road.take(context, () -> far.complete(Seen.now()));
		});
		Seen seen = far.get(10, TimeUnit.SECONDS);
		assertThat(seen.span()).isEqualTo(span);
		assertThat(seen.trackingId()).isEqualTo(span.getTraceId());
		assertThat(seen.logged()).containsEntry("traceId", span.getTraceId()).containsEntry("spanId", span.getSpanId());
		assertThat(seen.user()).isEqualTo("user_1");
		assertThat(seen.thread()).isNotSameAs(Thread.currentThread());
	}

	/** Some have a new thread for each task. */
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "SIMPLE", "TASK_EXECUTOR" })
	void threadIsCleanForWhoComesNext(ThreadRoad road) throws Exception {
		CompletableFuture<Seen> before = new CompletableFuture<>();
		inSpan(() -> road.take(context, () -> before.complete(Seen.now())));
		Thread thread = before.get(10, TimeUnit.SECONDS).thread();
		CompletableFuture<Seen> after = new CompletableFuture<>();
		road.take(context, () -> after.complete(Seen.now()));
		assertThat(after.get(10, TimeUnit.SECONDS))
			.isEqualTo(new Seen(SpanContext.getInvalid(), null, Map.of(), null, thread));
	}

	/** Every other task belongs to nobody. */
	@Test
	void noTaskOfManySeesWhatIsNotItsOwn() throws Exception {
		List<ThreadRoad> roads = List.of(ThreadRoad.ASYNC_OWN, ThreadRoad.BOOT_EXECUTOR, ThreadRoad.POOL,
				ThreadRoad.EXECUTOR, ThreadRoad.SERVICE, ThreadRoad.FORK_JOIN, ThreadRoad.SCHEDULER);
		Queue<String> wrong = new ConcurrentLinkedQueue<>();
		CountDownLatch done = new CountDownLatch(TASKS);
		for (int task = 0; task < TASKS; task++) {
			ThreadRoad road = roads.get(task % roads.size());
			SpanContext span = spanContext(task);
			try (Scope scope = context(span).makeCurrent()) {
				road.take(context, () -> {
					Seen seen = Seen.now();
					if (!seen.isOf(span)) {
						wrong.add(road + " in place of " + span + " saw " + seen);
					}
					done.countDown();
				});
			}
		}
		assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
		assertThat(wrong).isEmpty();
	}

	private static Context context(SpanContext span) {
		return span.isValid() ? Context.root().with(Span.wrap(span)) : Context.root();
	}

	private static SpanContext spanContext(int number) {
		if (number % 2 != 0) {
			return SpanContext.getInvalid();
		}
		return SpanContext.create("%032x".formatted(number + 1), "%016x".formatted(number + 1), TraceFlags.getSampled(),
				TraceState.getDefault());
	}

	private static SpanContext inSpan(Runnable work) {
		Span span = context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("request").startSpan();
		try (Scope ofSpan = span.makeCurrent(); Scope ofWork = TelemetryContext.open()) {
			work.run();
		}
		finally {
			span.end();
		}
		return span.getSpanContext();
	}

	/** What a thread knows of the work that it does. */
	record Seen(SpanContext span, @Nullable String trackingId, Map<String, String> logged, @Nullable String user,
			Thread thread) {

		boolean isOf(SpanContext expected) {
			String trace = expected.isValid() ? expected.getTraceId() : null;
			return this.span.equals(expected) && Objects.equals(trace, this.trackingId)
					&& Objects.equals(trace, this.logged.get("traceId"));
		}

		static Seen now() {
			Map<String, String> logged = MDC.getCopyOfContextMap();
			return new Seen(Span.current().getSpanContext(), TrackingId.current(),
					(logged != null) ? logged : new HashMap<>(), TelemetryContext.current().userId(),
					Thread.currentThread());
		}

	}

	/** Something that has happened. */
	record Announcement(Runnable task, boolean async) {

	}

	/** A service as applications have it. */
	static class Service {

		@Async
		void async(Runnable task) {
			task.run();
		}

		@Async("pool")
		void asyncOnPool(Runnable task) {
			task.run();
		}

		@Async
		@EventListener(condition = "#announcement.async()")
		void on(Announcement announcement) {
			announcement.task().run();
		}

		@Async
		@TransactionalEventListener(condition = "!#announcement.async()")
		void afterCommit(Announcement announcement) {
			announcement.task().run();
		}

	}

	@EnableAsync
	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Service roadService() {
			return new Service();
		}

		@Bean
		ThreadPoolTaskExecutor pool() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setCorePoolSize(1);
			return executor;
		}

		@Bean
		Executor begunPool() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setCorePoolSize(1);
			executor.initialize();
			return executor;
		}

		@Bean
		SimpleAsyncTaskExecutor simple() {
			return new SimpleAsyncTaskExecutor();
		}

		@Bean(destroyMethod = "")
		ConcurrentTaskExecutor concurrent() {
			return new ConcurrentTaskExecutor(Executors.newSingleThreadExecutor());
		}

		@Bean
		AsyncTaskExecutor unknown() {
			return new Unknown();
		}

		@Bean
		Executor executor() {
			return ForkJoinPool.commonPool()::execute;
		}

		@Bean
		ExecutorService service() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		ExecutorService forkJoin() {
			return new ForkJoinPool(1);
		}

		@Bean
		ThreadPoolExecutorFactoryBean factory() {
			ThreadPoolExecutorFactoryBean factory = new ThreadPoolExecutorFactoryBean();
			factory.setCorePoolSize(1);
			return factory;
		}

		@Bean
		ScheduledExecutorService scheduled() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

	}

	/** An executor that nobody knows how to decorate. */
	static final class Unknown implements AsyncTaskExecutor {

		@Override
		public void execute(Runnable task) {
			new Thread(task).start();
		}

	}

}
