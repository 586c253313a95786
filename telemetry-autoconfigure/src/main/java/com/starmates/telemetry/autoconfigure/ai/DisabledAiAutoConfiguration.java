// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what the code of an application
 * finds where calls of AI models are not recorded: {@link ModelCalls}.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
@ConditionalOnTelemetry(value = "ai", on = false)
public final class DisabledAiAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ModelCalls telemetryModelCalls() {
		return ModelCalls.disabled();
	}

}
