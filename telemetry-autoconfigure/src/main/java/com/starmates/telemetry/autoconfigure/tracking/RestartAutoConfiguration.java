// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.tracking.RestartedObservations;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for traces that begin anew where
 * Spring observes the requests of callers that are not trusted: whoever makes the server
 * span, they choose neither its id nor whether it is sampled. After Boot's handlers,
 * which would give way to one of their type.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { MicrometerTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class })
@ConditionalOnClass({ OpenTelemetry.class, OtelTraceContext.class, MicrometerTracingAutoConfiguration.class,
		OpenTelemetrySdkAutoConfiguration.class })
@ConditionalOnTelemetry
@ConditionalOnProperty(name = "telemetry.tracking.inbound", havingValue = "restart")
public final class RestartAutoConfiguration {

	/** Behind the agent's, which makes no spans at all. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

	@Bean
	@Order(ORDER)
	@ConditionalOnMissingBean
	@ConditionalOnBean({ OpenTelemetry.class, io.opentelemetry.api.trace.Tracer.class, Tracer.class })
	RestartedObservations telemetryRestartedObservations(Tracer tracer, OpenTelemetry openTelemetrySdk,
			io.opentelemetry.api.trace.Tracer spans) {
		return new RestartedObservations(tracer, openTelemetrySdk, spans);
	}

}
