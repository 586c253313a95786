// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.schedule;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.test.Proves;
import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.MDC;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ObservedJobs} with a real scheduler that has one thread.
 */
@Proves(road = "a job of Quartz", to = "work that nobody has asked for",
		seen = "a span and a tracking id of its own for each run, also in the context of the log")
class ObservedJobsTests {

	private static final BlockingQueue<Run> RUNS = new LinkedBlockingQueue<>();

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=jobs", "spring.main.banner-mode=off")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void eachRunHasATraceOfItsOwn() throws Exception {
		Run first = run("daily", Report.class);
		Run second = run("daily", Report.class);
		assertThat(first.trackingId()).isNotNull().isNotEqualTo(second.trackingId());
		assertThat(first.logged()).containsEntry("traceId", first.trackingId());
		assertThat(second.user()).as("what the first run knew").isNull();
		SpanData span = span(first);
		assertThat(span.getName()).isEqualTo("job Report");
		assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		assertThat(span.getAttributes().asMap())
			.containsExactlyInAnyOrderEntriesOf(Map.of(AttributeKey.stringKey("code.function.name"),
					Report.class.getName() + ".execute", AttributeKey.stringKey("quartz.job.name"), "daily",
					AttributeKey.stringKey("quartz.job.group"), "DEFAULT"));
	}

	@Test
	void failureIsOfItsRun() throws Exception {
		SpanData span = span(run("broken", Broken.class));
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
			.isEqualTo(IllegalStateException.class.getName());
	}

	private static Run run(String name, Class<? extends Job> type) throws SchedulerException, InterruptedException {
		Scheduler scheduler = context.getBean(Scheduler.class);
		JobDetail job = JobBuilder.newJob(type).withIdentity(name).storeDurably().build();
		scheduler.addJob(job, true);
		scheduler.triggerJob(job.getKey());
		Run run = RUNS.poll(10, TimeUnit.SECONDS);
		assertThat(run).isNotNull();
		return run;
	}

	private static SpanData span(Run run) {
		Awaitility.await().until(() -> found(run) != null);
		return found(run);
	}

	private static @Nullable SpanData found(Run run) {
		context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
		return context.getBean(InMemorySpanExporter.class)
			.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getTraceId().equals(run.trackingId()))
			.findFirst()
			.orElse(null);
	}

	/** What a run knows of itself. */
	record Run(@Nullable String trackingId, @Nullable String user, Map<String, String> logged) {

		static void see() {
			RUNS.add(new Run(TrackingId.current(), TelemetryContext.current().userId(), MDC.getCopyOfContextMap()));
			TelemetryContext.current().user("user_1");
		}

	}

	/** A job that works. */
	public static class Report implements Job {

		@Override
		public void execute(JobExecutionContext execution) {
			Run.see();
		}

	}

	/** A job that does not. */
	public static class Broken implements Job {

		@Override
		public void execute(JobExecutionContext execution) {
			Run.see();
			throw new IllegalStateException("out of order");
		}

	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		InMemorySpanExporter spans() {
			return InMemorySpanExporter.create();
		}

		@Bean
		SchedulerFactoryBean scheduler() {
			Properties properties = new Properties();
			properties.setProperty("org.quartz.threadPool.threadCount", "1");
			SchedulerFactoryBean factory = new SchedulerFactoryBean();
			factory.setQuartzProperties(properties);
			return factory;
		}

	}

}
