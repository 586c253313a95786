// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.grpc;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.grpc.TrackingIdClientInterceptor;
import com.starmates.telemetry.grpc.TrackingIdServerInterceptor;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
@AutoConfiguration
@ConditionalOnClass({ OpenTelemetry.class, GlobalServerInterceptor.class })
@ConditionalOnTelemetry("tracking")
public final class GrpcAutoConfiguration {

	/** The span of the call is current before. */
	@Configuration(proxyBeanMethods = false)
	static class WithServer {

		@Bean
		@GlobalServerInterceptor
		@Order(Ordered.LOWEST_PRECEDENCE)
		@ConditionalOnMissingBean
		TrackingIdServerInterceptor telemetryTrackingIdServerInterceptor() {
			return new TrackingIdServerInterceptor();
		}

	}

	/** Of what calls. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(GlobalClientInterceptor.class)
	static class WithClient {

		@Bean
		@GlobalClientInterceptor
		@Order(Ordered.HIGHEST_PRECEDENCE)
		@ConditionalOnMissingBean
		TrackingIdClientInterceptor telemetryTrackingIdClientInterceptor() {
			return new TrackingIdClientInterceptor();
		}

	}

}
