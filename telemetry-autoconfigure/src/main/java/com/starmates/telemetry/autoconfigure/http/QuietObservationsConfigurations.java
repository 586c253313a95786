// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.ExcludedPaths;
import com.starmates.telemetry.http.QuietReactiveObservations;
import com.starmates.telemetry.http.QuietServletObservations;
import io.micrometer.observation.ObservationPredicate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Excluded paths where Spring observes requests itself, by the server.
 */
final class QuietObservationsConfigurations {

	private QuietObservationsConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(ObservationPredicate.class)
	@ConditionalOnBooleanProperty(name = ServerObservations.ENABLED, matchIfMissing = true)
	static class OnServlets {

		@Bean
		@ConditionalOnMissingBean
		QuietServletObservations telemetryQuietObservations(ExcludedPaths telemetryExcludedPaths) {
			return new QuietServletObservations(telemetryExcludedPaths);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(ObservationPredicate.class)
	@ConditionalOnBooleanProperty(name = ServerObservations.ENABLED, matchIfMissing = true)
	static class OnReactiveServers {

		@Bean
		@ConditionalOnMissingBean
		QuietReactiveObservations telemetryQuietObservations(ExcludedPaths telemetryExcludedPaths) {
			return new QuietReactiveObservations(telemetryExcludedPaths);
		}

	}

}
