// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.tracking.AgentLogContext;
import com.starmates.telemetry.tracking.AgentObservations;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JavaAgentAutoConfiguration} where no agent is attached; where one is,
 * the demo tests it.
 */
class JavaAgentAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(JavaAgentAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class));

	@AfterEach
	void forgetWhatIsGlobal() {
		GlobalOpenTelemetry.resetForTest();
	}

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(JavaAgentAutoConfiguration.class.getName());
	}

	@Test
	void leavesBootsSdkWithoutAnAgent() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(OpenTelemetrySdk.class)
			.doesNotHaveBean(AgentObservations.class)
			.doesNotHaveBean(AgentLogContext.class));
	}

	@Test
	void whatAnApplicationMakesGlobalIsNoAgent() {
		GlobalOpenTelemetry.set(OpenTelemetry.noop());
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(OpenTelemetrySdk.class));
	}

}
