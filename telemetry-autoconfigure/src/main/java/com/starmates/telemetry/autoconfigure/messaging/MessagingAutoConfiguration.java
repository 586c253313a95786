// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.messaging.EventBusMeters;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for messages on buses. Boot observes
 * Kafka and RabbitMQ, by our defaults for its properties. Applications find
 * {@link EventBusMeters} even where nothing is recorded.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = MetricsAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnTelemetry("messaging")
public final class MessagingAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	EventBusMeters telemetryEventBusMeters(ObjectProvider<GuardedMeters> telemetryGuardedMeters) {
		return new EventBusMeters(telemetryGuardedMeters.getIfAvailable(GuardedMeters::disabled));
	}

}
