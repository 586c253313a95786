// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.messaging.EventBusMeters;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what the code of an application
 * finds where messages on buses are not recorded: {@link EventBusMeters}.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnTelemetry(value = "messaging", on = false)
public final class DisabledMessagingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	EventBusMeters telemetryEventBusMeters() {
		return new EventBusMeters(GuardedMeters.disabled());
	}

}
