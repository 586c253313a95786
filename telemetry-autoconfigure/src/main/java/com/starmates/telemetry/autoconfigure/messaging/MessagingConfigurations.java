// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.messaging.EventBusMeters;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Messages on buses with and without the feature.
 */
final class MessagingConfigurations {

	private MessagingConfigurations() {
	}

	/** The settings are checked. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTelemetry
	@EnableConfigurationProperties(MessagingProperties.class)
	static class Settings {

	}

	/** What is recorded. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTelemetry("messaging")
	@ConditionalOnClass(MeterRegistry.class)
	static class Enabled {

		@Bean
		@ConditionalOnMissingBean
		EventBusMeters telemetryEventBusMeters(ObjectProvider<GuardedMeters> meters) {
			return new EventBusMeters(meters.getIfAvailable(GuardedMeters::disabled));
		}

	}

	/** What the application finds where nothing is recorded. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class Disabled {

		@Bean
		@ConditionalOnMissingBean
		EventBusMeters telemetryEventBusMeters() {
			return new EventBusMeters(GuardedMeters.disabled());
		}

	}

}
