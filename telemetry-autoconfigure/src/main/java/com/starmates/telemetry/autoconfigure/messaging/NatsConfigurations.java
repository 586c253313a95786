// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.messaging.EventBusMeters;
import com.starmates.telemetry.messaging.ObservedNats;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.Options;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * NATS with and without the feature. The connection that properties ask for is there
 * without telemetry, too: the application works with it.
 */
final class NatsConfigurations {

	private NatsConfigurations() {
	}

	private static EventBusMeters noMeters() {
		return new EventBusMeters(GuardedMeters.disabled());
	}

	/** The connection, where the application has none. */
	@Configuration(proxyBeanMethods = false)
	@Conditional(NatsServersCondition.class)
	@ConditionalOnMissingBean(Connection.class)
	@EnableConfigurationProperties(NatsProperties.class)
	static class Connected {

		@Bean
		Connection telemetryNatsConnection(NatsProperties properties, Environment environment,
				ObjectProvider<SslBundles> bundles, ObjectProvider<NatsOptionsCustomizer> customizers) {
			NatsConnector connector = new NatsConnector(properties);
			Options.Builder options = connector.options(environment.getProperty("spring.application.name"),
					bundles.getIfAvailable());
			customizers.orderedStream().forEach((customizer) -> customizer.customize(options));
			return connector.connect(options.build());
		}

	}

	/** What is observed. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTelemetry("messaging")
	@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
	static class Observed {

		@Bean
		@ConditionalOnMissingBean
		ObservedNats telemetryObservedNats(ObjectProvider<OpenTelemetry> openTelemetrySdk,
				ObjectProvider<EventBusMeters> telemetryEventBusMeters, ObjectProvider<Masker> telemetryMasker) {
			return new ObservedNats(openTelemetrySdk.getIfAvailable(OpenTelemetry::noop),
					telemetryEventBusMeters.getIfAvailable(NatsConfigurations::noMeters),
					telemetryMasker.getIfAvailable(Masker::standard));
		}

		@Bean
		@ConditionalOnMissingBean(name = "telemetryNatsConnectionPostProcessor")
		static NatsConnectionPostProcessor telemetryNatsConnectionPostProcessor(
				ObjectProvider<ObservedNats> telemetryObservedNats) {
			return new NatsConnectionPostProcessor(telemetryObservedNats);
		}

	}

	/** What the application finds where nothing is observed. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
	static class Unobserved {

		@Bean
		@ConditionalOnMissingBean
		ObservedNats telemetryObservedNats() {
			return new ObservedNats(OpenTelemetry.noop(), noMeters(), Masker.standard());
		}

	}

}
