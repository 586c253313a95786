// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelemetryDefaultsEnvironmentPostProcessor}.
 */
class TelemetryDefaultsEnvironmentPostProcessorTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	/** As an application has it before its environment is processed. */
	TelemetryDefaultsEnvironmentPostProcessorTests() {
		this.environment.setConversionService(new ApplicationConversionService());
	}

	@Test
	void setsWhatTheContractLists() {
		process(Map.of("spring.application.name", "app"));
		assertThat(property("management.tracing.sampling.probability")).isEqualTo("1.0");
		assertThat(property("management.tracing.propagation.produce")).isEqualTo("W3C");
		assertThat(property("management.tracing.propagation.consume")).isEqualTo("W3C");
		assertThat(property("management.observations.enable.http.server.requests")).isEqualTo("false");
		assertThat(property("management.observations.enable.spring.security")).isEqualTo("false");
		assertThat(property("spring.reactor.context-propagation")).isEqualTo("auto");
		assertThat(property("spring.task.execution.propagate-context")).isEqualTo("true");
		assertThat(property("spring.kafka.listener.observation-enabled")).isEqualTo("true");
		assertThat(property("spring.rabbitmq.listener.simple.observation-enabled")).isEqualTo("true");
		assertThat(property("logging.structured.format.console")).endsWith("CloudWatchStructuredLogFormatter");
		assertThat(property("management.opentelemetry.resource-attributes.service.name")).isEqualTo("app");
		assertThat(property("management.opentelemetry.resource-attributes.deployment.environment.name"))
			.isEqualTo("dev");
	}

	@Test
	void setsNothingThatIsSet() {
		process(Map.of("management.tracing.sampling.probability", "0.5", "logging.structured.format.console", "ecs"));
		assertThat(property("management.tracing.sampling.probability")).isEqualTo("0.5");
		assertThat(property("logging.structured.format.console")).isEqualTo("ecs");
		assertThat(this.environment.getPropertySources()
			.get(DefaultPropertiesPropertySource.NAME)
			.containsProperty("logging.structured.format.console")).isFalse();
	}

	@Test
	void applicationsOwnDefaultPropertiesWin() {
		this.environment.getPropertySources()
			.addLast(new MapPropertySource(DefaultPropertiesPropertySource.NAME,
					new HashMap<>(Map.of("management.tracing.sampling.probability", "0.5"))));
		process(Map.of());
		assertThat(property("management.tracing.sampling.probability")).isEqualTo("0.5");
		assertThat(property("spring.reactor.context-propagation")).isEqualTo("auto");
	}

	@Test
	void defaultsComeLast() {
		process(Map.of());
		assertThat(this.environment.getPropertySources()
			.stream()
			.reduce((first, second) -> second)
			.orElseThrow()
			.getName()).isEqualTo(DefaultPropertiesPropertySource.NAME);
	}

	@Test
	void setsNothingWhenSwitchedOff() {
		process(Map.of("telemetry.enabled", "false"));
		assertThat(this.environment.getPropertySources().contains(DefaultPropertiesPropertySource.NAME)).isFalse();
	}

	@Test
	void leavesOutTheDefaultsOfAFeatureThatIsSwitchedOff() {
		process(Map.of("telemetry.http.enabled", "false", "telemetry.logging.enabled", "false"));
		assertThat(property("management.observations.enable.http.server.requests")).isNull();
		assertThat(property("logging.structured.format.console")).isNull();
		assertThat(property("management.tracing.sampling.probability")).isEqualTo("1.0");
	}

	@Test
	void textFormatLeavesTheConsoleToBoot() {
		process(Map.of("telemetry.logging.format", "text"));
		assertThat(property("logging.structured.format.console")).isNull();
	}

	@Test
	void whatIsProcessedAheadOfTimeHasExportersOfEverySignal() {
		process(Map.of("spring.aot.processing", "true"));
		assertThat(property("management.opentelemetry.tracing.export.otlp.endpoint"))
			.isEqualTo("http://localhost:4318/v1/traces");
		assertThat(property("management.opentelemetry.logging.export.otlp.endpoint"))
			.isEqualTo("http://localhost:4318/v1/logs");
		assertThat(property("management.otlp.metrics.export.enabled")).isNull();
	}

	@Test
	void whatRunsHasNoEndpointByDefault() {
		process(Map.of());
		assertThat(property("management.opentelemetry.tracing.export.otlp.endpoint")).isNull();
		assertThat(property("management.opentelemetry.logging.export.otlp.endpoint")).isNull();
		assertThat(property("management.otlp.metrics.export.enabled")).isEqualTo("false");
	}

	@Test
	void aFileHasTheSameLines() {
		process(Map.of());
		assertThat(property("logging.structured.format.file")).endsWith("CloudWatchStructuredLogFormatter");
	}

	@Test
	void productionLogsWarningsAndWhatTheLibrarySays() {
		process(Map.of("ENVIRONMENT", "prod"));
		assertThat(property("logging.level.root")).isEqualTo("WARN");
		assertThat(property("logging.level.com.starmates.telemetry")).isEqualTo("INFO");
		assertThat(property("logging.level." + getClass().getPackageName())).isNull();
	}

	@Test
	void developmentLogsWhatTheApplicationDoes() {
		process(Map.of("ENVIRONMENT", "dev"));
		assertThat(property("logging.level." + getClass().getPackageName())).isEqualTo("DEBUG");
		assertThat(property("logging.level.root")).isNull();
	}

	@Test
	void otherEnvironmentsLogAsBootDoes() {
		process(Map.of("ENVIRONMENT", "staging"));
		assertThat(property("logging.level.root")).isNull();
		assertThat(property("logging.level." + getClass().getPackageName())).isNull();
	}

	@Test
	void levelsThatAreSetStay() {
		process(Map.of("ENVIRONMENT", "prod", "logging.level.root", "ERROR", "logging.level.com.starmates", "OFF"));
		assertThat(property("logging.level.root")).isEqualTo("ERROR");
		assertThat(property("logging.level.com.starmates.telemetry")).isNull();
	}

	@Test
	void aRootLevelThatIsSetHoldsForTheApplicationToo() {
		process(Map.of("ENVIRONMENT", "dev", "logging.level.root", "WARN"));
		assertThat(property("logging.level." + getClass().getPackageName())).isNull();
	}

	@Test
	void anOwnConfigurationHasItsOwnLevels() {
		process(Map.of("ENVIRONMENT", "prod", "logging.config", "classpath:mine.xml"));
		assertThat(property("logging.level.root")).isNull();
	}

	@Test
	void pushesNoMetersWithoutAnEndpoint() {
		process(Map.of());
		assertThat(property("management.otlp.metrics.export.enabled")).isEqualTo("false");
	}

	@Test
	void pushesMetersInSecondsEveryTenSecondsToAnEndpoint() {
		process(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"));
		assertThat(property("management.otlp.metrics.export.enabled")).isNull();
		assertThat(property("management.otlp.metrics.export.step")).isEqualTo("10s");
		assertThat(property("management.otlp.metrics.export.base-time-unit")).isEqualTo("seconds");
	}

	@Test
	void anEmptyEndpointIsNone() {
		process(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""));
		assertThat(property("management.otlp.metrics.export.enabled")).isEqualTo("false");
	}

	@Test
	void leavesALoggerAndAnObservationToWhoSetTheirParent() {
		process(Map.of("logging.level.io.opentelemetry", "debug", "management.observations.enable.http", "true"));
		assertThat(property("logging.level.io.opentelemetry.exporter.internal")).isNull();
		assertThat(property("management.observations.enable.http.server.requests")).isNull();
		assertThat(property("management.observations.enable.spring.security")).isEqualTo("false");
	}

	@Test
	void readsSwitchesAsBootDoes() {
		process(Map.of("telemetry.http.enabled", "off", "telemetry.logging.enabled", "maybe"));
		assertThat(property("management.observations.enable.http.server.requests")).isNull();
		assertThat(property("logging.structured.format.console")).isNotNull();
	}

	private void process(Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		new TelemetryDefaultsEnvironmentPostProcessor(Supplier::get).postProcessEnvironment(this.environment,
				application());
	}

	private SpringApplication application() {
		SpringApplication application = new SpringApplication();
		application.setMainApplicationClass(getClass());
		return application;
	}

	private String property(String name) {
		return this.environment.getProperty(name);
	}

}
