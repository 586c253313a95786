// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.schedule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.test.Proves;
import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Work that nobody has asked for begins a trace of its own.
 */
@Proves(road = "`@Scheduled`", to = "work that nobody has asked for",
		seen = "a span and a tracking id of its own for each run, also in the context of the log")
class ScheduledTaskTests {

	@Test
	void eachRunHasATraceOfItsOwn() throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("spring.application.name=jobs", "spring.main.banner-mode=off")
			.run()) {
			Run first = context.getBean(Jobs.class).next();
			Run second = context.getBean(Jobs.class).next();
			assertThat(first.trackingId()).isNotNull().isNotEqualTo(second.trackingId());
			assertThat(second.user()).isEqualTo("user_1");
			assertThat(first.user()).isEqualTo("user_1");
			assertThat(first.logged()).containsEntry("traceId", first.trackingId());
			SpanData span = span(context, String.valueOf(first.trackingId()));
			assertThat(span.getName()).isEqualTo("task jobs.tick");
			assertThat(span.getParentSpanId()).isEqualTo(SpanId.getInvalid());
		}
	}

	private static SpanData span(ConfigurableApplicationContext context, String trace) {
		context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
		List<SpanData> spans = context.getBean(InMemorySpanExporter.class).getFinishedSpanItems();
		return spans.stream().filter((span) -> span.getTraceId().equals(trace)).findFirst().orElseThrow();
	}

	/** What a run knows of itself. */
	record Run(String trackingId, String user, Map<String, String> logged) {

	}

	/** A service that does something again and again. */
	static class Jobs {

		private final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();

		@Scheduled(fixedDelay = 1)
		void tick() {
			String before = TelemetryContext.current().userId();
			TelemetryContext.current().user((before != null) ? before + " again" : "user_1");
			this.runs
				.add(new Run(TrackingId.current(), TelemetryContext.current().userId(), MDC.getCopyOfContextMap()));
		}

		Run next() throws InterruptedException {
			return this.runs.poll(10, TimeUnit.SECONDS);
		}

	}

	@EnableScheduling
	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		InMemorySpanExporter spans() {
			return InMemorySpanExporter.create();
		}

		@Bean
		Jobs jobs() {
			return new Jobs();
		}

	}

}
