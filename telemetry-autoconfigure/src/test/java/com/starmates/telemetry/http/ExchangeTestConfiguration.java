// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the applications under test have in common, servlet or reactive.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeTestConfiguration {

	@Bean
	InMemorySpanExporter spans() {
		return InMemorySpanExporter.create();
	}

	@Bean
	ContractEndpoints contractEndpoints() {
		return new ContractEndpoints();
	}

	/** What it starts would be a trace of its own. */
	@Bean
	HealthIndicator checkingHealthIndicator(OpenTelemetry openTelemetry) {
		return () -> {
			openTelemetry.getTracer("health").spanBuilder("check").startSpan().end();
			return Health.up().build();
		};
	}

}
