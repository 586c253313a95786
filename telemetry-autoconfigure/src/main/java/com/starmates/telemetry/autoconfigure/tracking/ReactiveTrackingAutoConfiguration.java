// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.tracking.TrackingProblemDetails;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the tracking id in the error
 * bodies of reactive applications.
 *
 * @since 1.0.0
 */
@AutoConfiguration(before = ErrorWebFluxAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({ OpenTelemetry.class, WebFluxConfigurer.class, ErrorAttributes.class })
@ConditionalOnTelemetry("tracking")
@EnableConfigurationProperties(TrackingProperties.class)
public final class ReactiveTrackingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(value = ErrorAttributes.class, search = SearchStrategy.CURRENT)
	TrackingReactiveErrorAttributes telemetryTrackingErrorAttributes() {
		return new TrackingReactiveErrorAttributes();
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetryTrackingProblemDetails")
	TrackingProblemDetails telemetryTrackingProblemDetails() {
		return new TrackingProblemDetails();
	}

	@Bean
	ReactiveProblemDetailsConfigurer telemetryTrackingProblemDetailsConfigurer(
			TrackingProblemDetails telemetryTrackingProblemDetails) {
		return new ReactiveProblemDetailsConfigurer(telemetryTrackingProblemDetails);
	}

}
