// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.QuietSampler;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Has the sampler of Boot's SDK drop what is called on excluded paths. Also one that is
 * based on the parent: it can be told to record children of parents that are not sampled.
 * The bean stays as it is, for those who want it by its type.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SdkTracerProviderBuilderCustomizer.class)
class QuietSamplerConfiguration {

	/** First, so that a customizer of the application can have another. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnMissingBean(name = "telemetryQuietSampler")
	SdkTracerProviderBuilderCustomizer telemetryQuietSampler(ObjectProvider<Sampler> sampler) {
		return (builder) -> sampler.ifUnique((configured) -> builder.setSampler(new QuietSampler(configured)));
	}

}
