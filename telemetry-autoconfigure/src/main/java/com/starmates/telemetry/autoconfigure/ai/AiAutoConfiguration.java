// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for calls of AI models that an
 * application records itself. Its code finds {@link ModelCalls} even where nothing is
 * recorded.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { MaskingAutoConfiguration.class, MetricsAutoConfiguration.class },
		afterName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
@Import({ AiConfigurations.Enabled.class, AiConfigurations.Disabled.class })
public final class AiAutoConfiguration {

}
