// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Event;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentObservations}, among Boot's handlers.
 */
class AgentObservationsTests {

	private final InMemorySpanExporter spans = InMemorySpanExporter.create();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withBean(SimpleSpanProcessor.class, () -> (SimpleSpanProcessor) SimpleSpanProcessor.create(this.spans))
		.withPropertyValues("management.tracing.sampling.probability=1")
		.withUserConfiguration(WithAgent.class);

	@ParameterizedTest
	@MethodSource("observationsOfTheAgent")
	void leavesTheSpanToTheAgentAndTheMeterToMicrometer(String name, Supplier<Observation.Context> observed) {
		this.contextRunner.run((context) -> {
			observe(context, name, observed.get());
			assertThat(this.spans.getFinishedSpanItems()).isEmpty();
			assertThat(context.getBean(MeterRegistry.class).get(name).timer().count()).isEqualTo(1);
		});
	}

	static Stream<Arguments> observationsOfTheAgent() {
		return Stream.of(argument("client", "http.client.requests", () -> new SenderContext<>((carrier, key, value) -> {
		})), argument("server", "http.server.requests", () -> new ReceiverContext<>((carrier, key) -> null)),
				argument("JDBC", "jdbc.query", Observation.Context::new));
	}

	private static Arguments argument(String set, String name, Supplier<Observation.Context> observed) {
		return Arguments.argumentSet(set, name, observed);
	}

	@Test
	void leavesOtherSpansToMicrometer() {
		this.contextRunner.run((context) -> {
			observe(context, "work", new Observation.Context());
			assertThat(this.spans.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("work");
		});
	}

	@Test
	void whatIsCurrentStaysCurrent() {
		this.contextRunner.run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			Observation outer = Observation.start("work", registry);
			try (Observation.Scope scope = outer.openScope()) {
				String id = TrackingId.current();
				Observation.createNotStarted("jdbc.query", registry)
					.observe(() -> assertThat(TrackingId.current()).isNotNull().isEqualTo(id));
				assertThat(TrackingId.current()).isEqualTo(id);
			}
			outer.stop();
		});
	}

	private static void observe(AssertableApplicationContext context, String name, Observation.Context observed) {
		Observation observation = Observation.start(name, () -> observed, context.getBean(ObservationRegistry.class));
		try (Observation.Scope scope = observation.openScope()) {
			observation.event(Event.of("event"));
			observation.error(new IllegalStateException("wanted"));
		}
		observation.stop();
	}

	static class WithAgent {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		AgentObservations agentObservations(Tracer tracer) {
			return new AgentObservations(tracer);
		}

	}

}
