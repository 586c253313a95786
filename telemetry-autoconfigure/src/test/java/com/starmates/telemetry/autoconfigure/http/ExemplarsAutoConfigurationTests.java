// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.ExchangeExemplars;
import io.micrometer.registry.otlp.ExemplarContextProvider;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.otlp.OtlpExemplarsAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExemplarsAutoConfiguration}.
 */
class ExemplarsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExemplarsAutoConfiguration.class, OtlpExemplarsAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class));

	@Test
	void takesThePlaceOfBoots() {
		this.runner.run((context) -> assertThat(context).getBean(ExemplarContextProvider.class)
			.isInstanceOf(ExchangeExemplars.class));
	}

	@Test
	void backsOffWhenBootIsToShowAllOrNone() {
		this.runner.withPropertyValues("management.tracing.exemplars.include=none")
			.run((context) -> assertThat(context).doesNotHaveBean(ExemplarContextProvider.class));
		this.runner.withPropertyValues("management.tracing.exemplars.include=all")
			.run((context) -> assertThat(context).hasSingleBean(ExemplarContextProvider.class)
				.doesNotHaveBean(ExchangeExemplars.class));
	}

	@Test
	void backsOffForOneOfTheUsers() {
		this.runner.withBean("own", ExemplarContextProvider.class, () -> () -> null)
			.run((context) -> assertThat(context).hasSingleBean(ExemplarContextProvider.class)
				.doesNotHaveBean(ExchangeExemplars.class));
	}

	@Test
	void backsOffWithoutItsRegistryOrWhenSwitchedOff() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.registry.otlp"))
			.run((context) -> assertThat(context).doesNotHaveBean(ExchangeExemplars.class));
		for (String property : new String[] { "telemetry.enabled", "telemetry.http.enabled",
				"telemetry.metrics.enabled" }) {
			this.runner.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).doesNotHaveBean(ExchangeExemplars.class));
		}
	}

}
