// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import com.starmates.telemetry.autoconfigure.business.BusinessAutoConfiguration;
import com.starmates.telemetry.autoconfigure.doctor.DoctorAutoConfiguration;
import com.starmates.telemetry.autoconfigure.messaging.MessagingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelemetryProperties}.
 */
class TelemetryPropertiesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ResourceAutoConfiguration.class, BusinessAutoConfiguration.class,
				DoctorAutoConfiguration.class, MessagingAutoConfiguration.class));

	@Test
	void everythingIsOnUnlessItIsSwitchedOff() {
		this.contextRunner.withPropertyValues("telemetry.messaging.enabled=false")
			.run((context) -> assertThat(context.getBean(TelemetryProperties.class))
				.isEqualTo(new TelemetryProperties(true, null, new TelemetryProperties.Business(true),
						new TelemetryProperties.Doctor(true), new TelemetryProperties.Messaging(false))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "telemetry.enabled", "telemetry.business.enabled", "telemetry.doctor.enabled",
			"telemetry.messaging.enabled" })
	void switchThatIsNoneEndsTheStart(String property) {
		this.contextRunner.withPropertyValues(property + "=perhaps")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(property)
				.hasStackTraceContaining("perhaps")
				.satisfies((failure) -> assertThat(failure.getCause()).isInstanceOf(BindException.class)));
	}

}
