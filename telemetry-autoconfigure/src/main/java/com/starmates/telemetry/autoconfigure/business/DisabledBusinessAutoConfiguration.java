// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.UsageMeters;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what the code of an application
 * finds where operations and usage are not recorded: {@link BusinessOperations} and
 * {@link UsageMeters}.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
@ConditionalOnTelemetry(value = "business", on = false)
public final class DisabledBusinessAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BusinessOperations telemetryBusinessOperations() {
		return BusinessOperations.disabled();
	}

	@Bean
	@ConditionalOnMissingBean
	UsageMeters telemetryUsageMeters() {
		return new UsageMeters(GuardedMeters.disabled(), ServiceIdentity.UNKNOWN_SERVICE);
	}

}
