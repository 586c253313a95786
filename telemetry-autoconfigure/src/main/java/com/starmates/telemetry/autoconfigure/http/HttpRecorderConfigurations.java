// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.http.AccessLog;
import com.starmates.telemetry.http.HttpServerMeters;
import com.starmates.telemetry.http.TrackingSpanAttribute;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * What is recorded of each exchange, by when it applies. A recorder of the application
 * that has the name of one of these beans takes its place.
 */
final class HttpRecorderConfigurations {

	private HttpRecorderConfigurations() {
	}

	/** The access line comes last: it may tell what the others did. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "telemetry.http.access-log.enabled", matchIfMissing = true)
	static class WithAccessLog {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		@ConditionalOnMissingBean(name = "telemetryAccessLog")
		AccessLog telemetryAccessLog(HttpProperties properties) {
			return new AccessLog(properties.accessLog().rules());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(GuardedMeters.class)
	@ConditionalOnTelemetry("metrics")
	static class WithMeters {

		@Bean
		@Order(0)
		@ConditionalOnMissingBean(name = "telemetryHttpServerMeters")
		HttpServerMeters telemetryHttpServerMeters(GuardedMeters meters, ObjectProvider<ServiceIdentity> identity,
				Environment environment) {
			ServiceIdentity known = identity.getIfAvailable(() -> ServiceIdentity.resolve(environment::getProperty));
			return new HttpServerMeters(meters, known.service());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTelemetry("tracking")
	static class WithTracking {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		@ConditionalOnMissingBean(name = "telemetryTrackingSpanAttribute")
		TrackingSpanAttribute telemetryTrackingSpanAttribute() {
			return new TrackingSpanAttribute();
		}

	}

}
