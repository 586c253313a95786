// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.tracking.TrackingProperties;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;

/**
 * {@link ManagementExchangesConfiguration} for a reactive server.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBean({ OpenTelemetry.class, TrackingProperties.class })
@ConditionalOnTelemetry("http")
final class ReactiveManagementExchangesConfiguration {

	private ReactiveManagementExchangesConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetryManagementTrackingHttpHandlerPostProcessor")
	static TrackingHttpHandlerPostProcessor telemetryManagementTrackingHttpHandlerPostProcessor(
			ObjectProvider<OpenTelemetry> openTelemetrySdk, ObjectProvider<TrackingProperties> tracking) {
		return new TrackingHttpHandlerPostProcessor(
				() -> QuietExchanges.of(openTelemetrySdk.getObject(), tracking.getObject()), false);
	}

}
