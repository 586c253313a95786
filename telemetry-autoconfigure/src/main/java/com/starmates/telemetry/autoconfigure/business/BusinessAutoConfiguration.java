// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.UsageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for operations and the meters that
 * matter to applications. Their code finds {@link BusinessOperations} and
 * {@link UsageMeters} even where nothing is recorded.
 *
 * @since 1.0.0
 */
@AutoConfiguration(
		after = { MaskingAutoConfiguration.class, MetricsAutoConfiguration.class, ResourceAutoConfiguration.class },
		afterName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
@Import({ BusinessConfigurations.Enabled.class, BusinessConfigurations.Disabled.class })
public final class BusinessAutoConfiguration {

}
