// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import com.starmates.telemetry.export.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpSettings}.
 */
class OtlpSettingsTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final OtlpSettings settings = new OtlpSettings(this.environment);

	@ParameterizedTest
	@CsvSource({ "TRACES, management.opentelemetry.tracing.export.otlp.endpoint",
			"LOGS, management.opentelemetry.logging.export.otlp.endpoint",
			"METRICS, management.otlp.metrics.export.url" })
	void endpointIsWhatIsSet(Signal signal, String property) {
		assertThat(this.settings.endpoint(signal)).isNull();
		this.environment.setProperty(property, "");
		assertThat(this.settings.endpoint(signal)).isNull();
		this.environment.setProperty(property, "http://collector:4318/some");
		assertThat(this.settings.endpoint(signal)).isEqualTo("http://collector:4318/some");
		assertThat(this.settings.isWanted(signal)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "TRACES, management.tracing.export.otlp.enabled", "TRACES, management.tracing.export.enabled",
			"TRACES, management.opentelemetry.enabled", "LOGS, management.logging.export.otlp.enabled",
			"LOGS, management.logging.export.enabled", "LOGS, management.opentelemetry.enabled",
			"METRICS, management.otlp.metrics.export.enabled", "METRICS, management.defaults.metrics.export.enabled" })
	void whatIsSwitchedOffHasNoEndpoint(Signal signal, String property) {
		this.environment.setProperty("management.opentelemetry.tracing.export.otlp.endpoint", "http://collector");
		this.environment.setProperty("management.opentelemetry.logging.export.otlp.endpoint", "http://collector");
		this.environment.setProperty("management.otlp.metrics.export.url", "http://collector");
		assertThat(this.settings.isWanted(signal)).isTrue();
		this.environment.setProperty(property, "false");
		assertThat(this.settings.isOn(signal)).isFalse();
		assertThat(this.settings.isWanted(signal)).isFalse();
		assertThat(this.settings.endpoint(signal)).isNull();
	}

	@Test
	void theNarrowerSwitchDecides() {
		this.environment.setProperty("management.tracing.export.enabled", "false");
		this.environment.setProperty("management.tracing.export.otlp.enabled", "true");
		assertThat(this.settings.isOn(Signal.TRACES)).isTrue();
	}

	@Test
	void onlyMetersHaveAnAddressOfBoots() {
		assertThat(this.settings.isWanted(Signal.METRICS)).isTrue();
		assertThat(this.settings.isWanted(Signal.TRACES)).isFalse();
		assertThat(this.settings.isWanted(Signal.LOGS)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void everythingGoesOverHttp(Signal signal) {
		assertThat(this.settings.transport(signal)).isEqualTo("http");
	}

	@Test
	void spansAndLogRecordsMayGoOverGrpc() {
		this.environment.setProperty("management.opentelemetry.tracing.export.otlp.transport", "GRPC");
		this.environment.setProperty("management.opentelemetry.logging.export.otlp.transport", "grpc");
		assertThat(this.settings.transport(Signal.TRACES)).isEqualTo("grpc");
		assertThat(this.settings.transport(Signal.LOGS)).isEqualTo("grpc");
	}

}
