// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.grpc;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.tracking.TrackingProperties;
import com.starmates.telemetry.grpc.TrackingIdClientInterceptor;
import com.starmates.telemetry.grpc.TrackingIdServerInterceptor;
import com.starmates.telemetry.tracking.OutboundHosts;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.client.GlobalClientInterceptor;
import org.springframework.grpc.server.GlobalServerInterceptor;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for servers and clients of Spring
 * gRPC, whose spans are from its own observations.
 *
 * @since 1.0.0
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.grpc.client.autoconfigure.GrpcClientObservationAutoConfiguration")
@ConditionalOnClass({ OpenTelemetry.class, GlobalServerInterceptor.class })
@ConditionalOnTelemetry("tracking")
@EnableConfigurationProperties(TrackingProperties.class)
public final class GrpcAutoConfiguration {

	@Bean
	@GlobalServerInterceptor
	@ConditionalOnMissingBean
	TrackingIdServerInterceptor telemetryTrackingIdServerInterceptor(TrackingProperties tracking) {
		return new TrackingIdServerInterceptor(tracking.headerName());
	}

	/**
	 * Right after the observation, which starts the span, and is the first without an
	 * order.
	 */
	@Bean
	@GlobalServerInterceptor
	@Order(1)
	@ConditionalOnMissingBean(name = "telemetryTrackingIdNotingInterceptor")
	ServerInterceptor telemetryTrackingIdNotingInterceptor() {
		return TrackingIdServerInterceptor.noting();
	}

	/**
	 * Spring gRPC's observation, which has no order either, has added the trace before.
	 */
	@Bean
	@GlobalClientInterceptor
	@Order(Ordered.LOWEST_PRECEDENCE)
	@ConditionalOnMissingBean
	TrackingIdClientInterceptor telemetryTrackingIdClientInterceptor(TrackingProperties tracking) {
		return new TrackingIdClientInterceptor(tracking.headerName(), new OutboundHosts(tracking.outbound().hosts()));
	}

}
