// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.tracking.TrackingProperties;
import com.starmates.telemetry.http.TrackingFilter;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Exchanges of management endpoints on a port of their own: each has an id, and nothing
 * is recorded, neither of the exchange nor of what the endpoint calls.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnBean({ OpenTelemetry.class, TrackingProperties.class })
@ConditionalOnTelemetry("http")
class ManagementExchangesConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "telemetryManagementTrackingFilter")
	FilterRegistrationBean<TrackingFilter> telemetryManagementTrackingFilter(OpenTelemetry openTelemetrySdk,
			TrackingProperties tracking) {
		FilterRegistrationBean<TrackingFilter> registration = new FilterRegistrationBean<>(
				new TrackingFilter(QuietExchanges.of(openTelemetrySdk, tracking), () -> false));
		registration.setOrder(FilterOrder.INSIDE_OBSERVATION);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

}
