// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import java.time.Duration;
import java.util.List;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.messaging.ObservedNats;
import com.starmates.telemetry.test.DeafPort;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.Options;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link NatsAutoConfiguration}; those with a server are integration tests.
 */
class NatsAutoConfigurationTests {

	private static final String SERVERS = "telemetry.messaging.nats.servers";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NatsAutoConfiguration.class, MessagingAutoConfiguration.class,
				MetricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(NatsAutoConfiguration.class.getName());
	}

	@Test
	void thereIsNoConnectionThatNobodyAskedFor() {
		this.contextRunner
			.run((context) -> assertThat(context).hasSingleBean(ObservedNats.class).doesNotHaveBean(Connection.class));
	}

	@Test
	void connectionOfTheApplicationIsObserved() {
		this.contextRunner.withBean(Connection.class, () -> mock(Connection.class))
			.withPropertyValues(SERVERS + "=nats://localhost:1")
			.run((context) -> assertThat(ObservedNats.isObserved(context.getBean(Connection.class))).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "telemetry.messaging.enabled=false", "telemetry.enabled=false" })
	void nothingIsObservedWhenDisabled(String property) {
		this.contextRunner.withBean(Connection.class, () -> mock(Connection.class))
			.withPropertyValues(property)
			.run((context) -> {
				assertThat(ObservedNats.isObserved(context.getBean(Connection.class))).isFalse();
				assertThat(context).hasSingleBean(ObservedNats.class);
			});
	}

	@Test
	void needsNats() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.nats"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(NatsAutoConfiguration.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { MeterRegistry.class, OpenTelemetry.class })
	void observesWithWhatItNeeds(Class<?> missing) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NatsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ObservedNats.class));
	}

	@Test
	void optionsAreAsThePropertiesSay() {
		NatsProperties properties = new NatsProperties(List.of("nats://one:4222", "nats://two:4223"), null, "me",
				"secret", null, null, null, Duration.ofSeconds(1), 7, Duration.ofSeconds(3));
		Options options = new NatsConnector(properties).options("orders", null).build();
		assertThat(options.getServers()).hasToString("[nats://one:4222, nats://two:4223]");
		assertThat(options.getConnectionName()).isEqualTo("orders");
		assertThat(options.getConnectionTimeout()).isEqualTo(Duration.ofSeconds(1));
		assertThat(options.getMaxReconnect()).isEqualTo(7);
		assertThat(options.getReconnectWait()).isEqualTo(Duration.ofSeconds(3));
		assertThat(options.getUsernameChars()).containsExactly("me".toCharArray());
		assertThat(options.getPasswordChars()).containsExactly("secret".toCharArray());
		assertThat(properties).hasToString("NatsProperties[servers=2]");
	}

	@ParameterizedTest
	@ValueSource(strings = { SERVERS + "=nats://localhost:4222", SERVERS + "[0]=nats://localhost:4222" })
	void serversAreAListOrALine(String property) {
		this.contextRunner.withPropertyValues(property).withBean(NatsOptionsCustomizer.class, () -> (options) -> {
			throw new IllegalStateException("asked");
		}).run((context) -> assertThat(context).getFailure().hasRootCauseMessage("asked"));
	}

	@Test
	void serverThatDoesNotAnswerIsNamed() throws Exception {
		try (DeafPort deaf = new DeafPort()) {
			this.contextRunner
				.withPropertyValues(SERVERS + "=nats://127.0.0.1:" + deaf.number(),
						"telemetry.messaging.nats.connection-timeout=100ms")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidConfigurationPropertyValueException.class)
					.hasMessageContaining(SERVERS)
					.hasMessageContaining("127.0.0.1:" + deaf.number()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "servers, nats://:no:port", "max-reconnects, -2", "connection-timeout, 0s", "reconnect-wait, -1s",
			"username, me" })
	void wrongValueIsNamed(String property, String value) {
		this.contextRunner
			.withPropertyValues(SERVERS + "=nats://localhost:1", "telemetry.messaging.nats." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("telemetry.messaging.nats."));
	}

	@Test
	void oneWayToLogInIsEnough() {
		this.contextRunner
			.withPropertyValues(SERVERS + "=nats://localhost:1", "telemetry.messaging.nats.token=t",
					"telemetry.messaging.nats.credentials-file=/c")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MutuallyExclusiveConfigurationPropertiesException.class));
	}

}
