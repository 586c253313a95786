// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.Map;

import com.starmates.telemetry.tracking.RestartedObservations;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RestartAutoConfiguration}, in Boot's chain.
 */
class RestartAutoConfigurationTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RestartAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, ObservationAutoConfiguration.class))
		.withPropertyValues("telemetry.tracking.inbound=restart");

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(RestartAutoConfiguration.class.getName());
	}

	@ParameterizedTest(name = "of a {0}: {1}")
	@CsvSource({ "SERVER, false", "CONSUMER, true" })
	void continuesTheTraceOfMessagesAndNotOfRequests(Kind kind, boolean continued) {
		this.contextRunner.run((context) -> {
			String traceId = observe(kind, context.getBean(ObservationRegistry.class));
			assertThat(traceId.equals(TRACE_ID)).isEqualTo(continued);
		});
	}

	@Test
	void leavesBootsHandlerInPlace() {
		this.contextRunner.run((context) -> assertThat(context).hasBean("propagatingReceiverTracingObservationHandler")
			.hasSingleBean(RestartedObservations.class));
	}

	@ParameterizedTest
	@CsvSource({ "telemetry.enabled=false", "telemetry.tracking.inbound=continue" })
	void backsOffWhenDisabled(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(RestartedObservations.class)
				.hasSingleBean(PropagatingReceiverTracingObservationHandler.class));
	}

	/** The setting is one of trust: it holds whoever tells callers the id. */
	@Test
	void holdsWithoutTracking() {
		this.contextRunner.withPropertyValues("telemetry.tracking.enabled=false", "telemetry.http.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(RestartedObservations.class));
	}

	@Test
	void backsOffWithoutMicrometersBridge() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(OtelTraceContext.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RestartedObservations.class));
	}

	private static String observe(Kind kind, ObservationRegistry registry) {
		ReceiverContext<Map<String, String>> received = new ReceiverContext<>(Map::get, kind);
		received.setCarrier(Map.of("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01"));
		return Observation.createNotStarted("received", () -> received, registry)
			.observe(() -> Span.current().getSpanContext().getTraceId());
	}

}
