// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the labels on every meter.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = ResourceAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, MeterRegistryCustomizer.class })
@ConditionalOnTelemetry("metrics")
@EnableConfigurationProperties(MetricsProperties.class)
public final class MetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "telemetryCommonLabels")
	CommonLabels telemetryCommonLabels(ServiceIdentity identity) {
		return new CommonLabels(identity);
	}

}
