// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.tracking.AgentLogContext;
import com.starmates.telemetry.tracking.AgentObservations;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for services that the OpenTelemetry
 * agent is attached to. Its SDK takes the place of Boot's: of two, neither would know the
 * spans of the other, nor their traces.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = DisabledSdkAutoConfiguration.class, before = OpenTelemetrySdkAutoConfiguration.class,
		beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure."
				+ "OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass({ OpenTelemetry.class, OpenTelemetrySdkAutoConfiguration.class })
@ConditionalOnTelemetry("tracking")
@ConditionalOnJavaAgent
public final class JavaAgentAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	OpenTelemetry telemetryAgentOpenTelemetry() {
		return GlobalOpenTelemetry.get();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Slf4JEventListener.class)
	static class WithLogContext {

		@Bean
		@ConditionalOnMissingBean(Slf4JEventListener.class)
		AgentLogContext telemetryAgentLogContext() {
			return new AgentLogContext();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Tracer.class, TracingObservationHandler.class })
	static class WithObservations {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		@ConditionalOnMissingBean
		AgentObservations telemetryAgentObservations(Tracer tracer) {
			return new AgentObservations(tracer);
		}

	}

}
