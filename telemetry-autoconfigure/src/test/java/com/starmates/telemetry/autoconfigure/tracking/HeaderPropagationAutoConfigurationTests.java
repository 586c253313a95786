// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.tracking.BaggagePropagator;
import com.starmates.telemetry.tracking.TraceContextPropagator;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.propagation.BaggageTextMapPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeaderPropagationAutoConfiguration}, in Boot's chain.
 */
class HeaderPropagationAutoConfigurationTests {

	private static final TextMapPropagator W3C = TextMapPropagator.composite(TraceContextPropagator.getInstance(),
			BaggagePropagator.getInstance());

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HeaderPropagationAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class))
		.withPropertyValues("management.tracing.propagation.produce=W3C", "management.tracing.propagation.consume=W3C");

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(HeaderPropagationAutoConfiguration.class.getName());
	}

	@Test
	void propagatesTraceAndBaggageWithoutBaggageFields() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(TextMapPropagator.class)).hasToString(W3C.toString()));
	}

	@Test
	void takesOneTypeForBothDirections() {
		this.contextRunner.withPropertyValues("management.tracing.propagation.type=W3C")
			.run((context) -> assertThat(context.getBean(TextMapPropagator.class)).hasToString(W3C.toString()));
	}

	@Test
	void propagatesTheTraceAloneWithoutBaggage() {
		this.contextRunner.withPropertyValues("management.tracing.baggage.enabled=false")
			.run((context) -> assertThat(context.getBean(TextMapPropagator.class))
				.isSameAs(TraceContextPropagator.getInstance()));
	}

	@Test
	void leavesBaggageFieldsToMicrometer() {
		this.contextRunner.withPropertyValues("management.tracing.baggage.remote-fields=x-tenant").run((context) -> {
			TextMapPropagator propagator = context.getBean(TextMapPropagator.class);
			assertThat(propagator.fields()).containsExactlyInAnyOrder("traceparent", "tracestate", "baggage",
					"x-tenant");
			assertThat(propagator).extracting("textMapPropagators")
				.asInstanceOf(InstanceOfAssertFactories.array(TextMapPropagator[].class))
				.hasAtLeastOneElementOfType(TraceContextPropagator.class)
				.hasAtLeastOneElementOfType(BaggagePropagator.class)
				.hasAtLeastOneElementOfType(BaggageTextMapPropagator.class);
		});
	}

	@Test
	void leavesOtherHeadersToBoot() {
		this.contextRunner.withPropertyValues("management.tracing.propagation.consume=W3C,B3")
			.run((context) -> assertThat(context.getBean(TextMapPropagator.class).fields()).contains("b3"));
	}

	@Test
	void backsOffWithoutMicrometersBridge() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(OtelCurrentTraceContext.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PropagatorPostProcessor.class));
	}

	@Test
	void leavesBootsPropagatorAloneWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.tracking.enabled=false")
			.run((context) -> assertThat(context.getBean(TextMapPropagator.class)).extracting("baggagePropagator")
				.isInstanceOf(BaggageTextMapPropagator.class));
	}

}
