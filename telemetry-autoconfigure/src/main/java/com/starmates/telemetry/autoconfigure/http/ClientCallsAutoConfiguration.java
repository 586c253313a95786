// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.tracking.TrackingProperties;
import com.starmates.telemetry.http.ClientSpanHandler;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.OutboundHosts;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.observation.ClientRequestObservationContext;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for calls of other services by
 * Spring's HTTP clients.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
@ConditionalOnClass({ ClientRequestObservationContext.class, PropagatingSenderTracingObservationHandler.class,
		OtelSpan.class, MicrometerTracingAutoConfiguration.class })
@ConditionalOnTelemetry("http")
@EnableConfigurationProperties(TrackingProperties.class)
public final class ClientCallsAutoConfiguration {

	/** Before Boot's handler of all that is sent, which comes after it. */
	private static final int ORDER = MicrometerTracingAutoConfiguration.SENDER_TRACING_OBSERVATION_HANDLER_ORDER - 500;

	@Bean
	@Order(ORDER)
	@ConditionalOnMissingBean(name = "telemetryClientSpanHandler")
	@ConditionalOnBean(name = "propagatingSenderTracingObservationHandler")
	ClientSpanHandler telemetryClientSpanHandler(Tracer tracer, Propagator propagator, TrackingProperties tracking,
			ObjectProvider<Masker> telemetryMasker) {
		return new ClientSpanHandler(tracer, propagator, new OutboundHosts(tracking.outbound().hosts()),
				telemetryMasker.getIfAvailable(Masker::standard));
	}

}
