// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import java.time.Clock;

import com.starmates.telemetry.ai.ModelCallMeters;
import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Calls of models with and without the feature.
 */
final class AiConfigurations {

	private AiConfigurations() {
	}

	/** What is recorded. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTelemetry("ai")
	@EnableConfigurationProperties(AiProperties.class)
	static class Enabled {

		@Bean
		@ConditionalOnMissingBean
		ModelCallMeters telemetryModelCallMeters(ObjectProvider<GuardedMeters> meters, AiProperties properties) {
			return new ModelCallMeters(meters.getIfAvailable(GuardedMeters::disabled),
					properties.budget(Clock.systemUTC()));
		}

		@Bean
		@ConditionalOnMissingBean
		ModelCalls telemetryModelCalls(ObjectProvider<OpenTelemetry> openTelemetry, ModelCallMeters meters,
				AiProperties properties, ObjectProvider<Masker> masker) {
			return new ModelCalls(openTelemetry.getIfAvailable(OpenTelemetry::noop), meters,
					properties.table(Clock.systemUTC()), masker.getIfAvailable(Masker::standard));
		}

	}

	/** What the application finds where nothing is recorded. */
	@Configuration(proxyBeanMethods = false)
	static class Disabled {

		@Bean
		@ConditionalOnMissingBean
		ModelCalls telemetryModelCalls() {
			return ModelCalls.disabled();
		}

	}

}
