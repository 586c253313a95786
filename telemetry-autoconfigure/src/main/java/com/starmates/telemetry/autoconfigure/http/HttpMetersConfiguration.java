// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.http.HttpServerMeters;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Counts and times exchanges, where meters are guarded.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(GuardedMeters.class)
@ConditionalOnTelemetry("metrics")
class HttpMetersConfiguration {

	@Bean
	@Order(0)
	@ConditionalOnMissingBean(name = "telemetryHttpServerMeters")
	HttpServerMeters telemetryHttpServerMeters(GuardedMeters telemetryGuardedMeters,
			ObjectProvider<ServiceIdentity> telemetryServiceIdentity, Environment environment) {
		ServiceIdentity known = telemetryServiceIdentity
			.getIfAvailable(() -> ServiceIdentity.resolve(environment::getProperty));
		return new HttpServerMeters(telemetryGuardedMeters, known.service());
	}

}
