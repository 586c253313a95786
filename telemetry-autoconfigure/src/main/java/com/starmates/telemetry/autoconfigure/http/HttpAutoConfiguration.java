// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.autoconfigure.tracking.TrackingProperties;
import com.starmates.telemetry.http.AccessLog;
import com.starmates.telemetry.http.ExchangeRecorder;
import com.starmates.telemetry.http.ExcludedPaths;
import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.http.TrackingSpanAttribute;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the HTTP exchanges of servlet
 * and reactive applications.
 *
 * @since 1.0.0
 */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration",
		after = { MaskingAutoConfiguration.class, MetricsAutoConfiguration.class, ResourceAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class },
		afterName = { "org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnWebApplication
@ConditionalOnClass(OpenTelemetrySdk.class)
@ConditionalOnBean(OpenTelemetry.class)
@ConditionalOnTelemetry("http")
@EnableConfigurationProperties({ HttpProperties.class, TrackingProperties.class })
@Import({ HttpMetersConfiguration.class, WithManagementPaths.class, QuietSamplerConfiguration.class,
		ServletExchangesConfiguration.class, ReactiveExchangesConfiguration.class,
		QuietObservationsConfigurations.OnServlets.class, QuietObservationsConfigurations.OnReactiveServers.class })
public final class HttpAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "telemetryExcludedPaths")
	ExcludedPaths telemetryExcludedPaths(HttpProperties properties,
			ObjectProvider<ManagementPaths> telemetryManagementPaths, Environment environment) {
		return new ExcludedPaths(new QuietPaths(properties, telemetryManagementPaths, environment));
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetryServerExchanges")
	ServerExchanges telemetryServerExchanges(OpenTelemetry openTelemetrySdk, TrackingProperties tracking,
			ObjectProvider<Masker> telemetryMasker, ExcludedPaths telemetryExcludedPaths,
			ObjectProvider<ExchangeRecorder> recorders) {
		return new ServerExchanges(openTelemetrySdk, tracking.policy(),
				telemetryMasker.getIfAvailable(Masker::standard), telemetryExcludedPaths,
				recorders.orderedStream().toList());
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnTelemetry("tracking")
	@ConditionalOnMissingBean(name = "telemetryTrackingSpanAttribute")
	TrackingSpanAttribute telemetryTrackingSpanAttribute() {
		return new TrackingSpanAttribute();
	}

	/** The access line comes last: it may tell what the others did. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	@ConditionalOnBooleanProperty(name = "telemetry.http.access-log.enabled", matchIfMissing = true)
	@ConditionalOnMissingBean(name = "telemetryAccessLog")
	AccessLog telemetryAccessLog(HttpProperties properties) {
		return new AccessLog(properties.accessLog().rules());
	}

}
