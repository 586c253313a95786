// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for tracking ids while the SDK is
 * disabled ({@code OTEL_SDK_DISABLED=true}). Boot's disabled SDK marks its traces as
 * sampled; this one does not, so that services behind us record nothing either.
 *
 * @since 1.0.0
 */
@AutoConfiguration(before = OpenTelemetrySdkAutoConfiguration.class)
@ConditionalOnClass({ OpenTelemetrySdk.class, OpenTelemetrySdkAutoConfiguration.class })
@ConditionalOnTelemetry("tracking")
@ConditionalOnBooleanProperty(name = "management.opentelemetry.enabled", havingValue = false)
public final class DisabledSdkAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(OpenTelemetry.class)
	OpenTelemetrySdk telemetryDisabledOpenTelemetrySdk(ObjectProvider<ContextPropagators> propagators) {
		return OpenTelemetrySdk.builder()
			.setTracerProvider(SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build())
			.setPropagators(propagators.getIfAvailable(ContextPropagators::noop))
			.build();
	}

}
