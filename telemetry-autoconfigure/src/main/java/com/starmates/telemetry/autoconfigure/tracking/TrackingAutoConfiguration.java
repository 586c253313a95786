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
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the tracking id in the error
 * bodies of servlet applications.
 *
 * @since 1.0.0
 */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ OpenTelemetry.class, WebMvcConfigurer.class, ErrorAttributes.class })
@ConditionalOnTelemetry("tracking")
@EnableConfigurationProperties(TrackingProperties.class)
public final class TrackingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(value = ErrorAttributes.class, search = SearchStrategy.CURRENT)
	TrackingErrorAttributes telemetryTrackingErrorAttributes() {
		return new TrackingErrorAttributes();
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetryTrackingProblemDetails")
	TrackingProblemDetails telemetryTrackingProblemDetails() {
		return new TrackingProblemDetails();
	}

	@Bean
	ProblemDetailsConfigurer telemetryTrackingProblemDetailsConfigurer(
			TrackingProblemDetails telemetryTrackingProblemDetails) {
		return new ProblemDetailsConfigurer(telemetryTrackingProblemDetails);
	}

}
