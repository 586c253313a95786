// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import java.time.Clock;

import com.starmates.telemetry.ai.ModelCallMeters;
import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

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
@ConditionalOnTelemetry("ai")
@EnableConfigurationProperties(AiProperties.class)
public final class AiAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ModelCalls telemetryModelCalls(ObjectProvider<OpenTelemetry> openTelemetrySdk,
			ObjectProvider<GuardedMeters> telemetryGuardedMeters, AiProperties properties,
			ObjectProvider<Masker> telemetryMasker) {
		ModelCallMeters meters = new ModelCallMeters(telemetryGuardedMeters.getIfAvailable(GuardedMeters::disabled),
				properties.budget(Clock.systemUTC()));
		return new ModelCalls(openTelemetrySdk.getIfAvailable(OpenTelemetry::noop), meters,
				properties.table(Clock.systemUTC()), telemetryMasker.getIfAvailable(Masker::standard));
	}

}
