// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.http.ExchangeExemplars;
import io.micrometer.registry.otlp.ExemplarContextProvider;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the exemplars of meters that are
 * pushed, unless Boot is told to show other than those of sampled traces.
 *
 * @since 1.0.0
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.micrometer.tracing.autoconfigure.otlp.OtlpExemplarsAutoConfiguration")
@ConditionalOnClass(ExemplarContextProvider.class)
@ConditionalOnTelemetry({ "http", "metrics" })
@ConditionalOnProperty(name = "management.tracing.exemplars.include", havingValue = "sampled-traces",
		matchIfMissing = true)
public final class ExemplarsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ExemplarContextProvider.class)
	ExchangeExemplars telemetryExchangeExemplars() {
		return new ExchangeExemplars();
	}

}
