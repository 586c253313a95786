// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.cardinality.CardinalityFilter;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.IdleSweeper;
import com.starmates.telemetry.cardinality.SeriesMeters;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the labels on every meter, the
 * guard that keeps meters within their budgets, and their last push.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = ResourceAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, MeterRegistryCustomizer.class })
@ConditionalOnTelemetry("metrics")
@EnableConfigurationProperties(MetricsProperties.class)
public final class MetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "telemetryCommonLabels")
	CommonLabels telemetryCommonLabels(ObjectProvider<ServiceIdentity> telemetryServiceIdentity,
			Environment environment) {
		return new CommonLabels(
				telemetryServiceIdentity.getIfAvailable(() -> ServiceIdentity.resolve(environment::getProperty)));
	}

	@Bean
	@ConditionalOnBean(MeterRegistry.class)
	@ConditionalOnMissingBean
	GuardedMeters telemetryGuardedMeters(MeterRegistry registry, MetricsProperties properties) {
		return new GuardedMeters(registry, properties.cardinality().budgets(), properties.trackingIdLabel());
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetrySeriesMeters")
	SeriesMeters telemetrySeriesMeters(MetricsProperties properties) {
		return new SeriesMeters(properties.cardinality().budgets());
	}

	@Bean
	@ConditionalOnBean(GuardedMeters.class)
	@ConditionalOnMissingBean(name = "telemetryIdleSweeper")
	IdleSweeper telemetryIdleSweeper(GuardedMeters telemetryGuardedMeters, MetricsProperties properties) {
		return new IdleSweeper(telemetryGuardedMeters, properties.cardinality().idleAfter());
	}

	@Bean
	@ConditionalOnBean(name = MeterRegistryShutdown.CLOSER)
	@ConditionalOnMissingBean(name = "telemetryMeterRegistryShutdown")
	MeterRegistryShutdown telemetryMeterRegistryShutdown(ApplicationContext context,
			@Qualifier(MeterRegistryShutdown.EVENTS) ApplicationEventMulticaster events,
			@Qualifier(MeterRegistryShutdown.CLOSER) ApplicationListener<ContextClosedEvent> closer) {
		return new MeterRegistryShutdown(context, events, closer);
	}

	@Bean
	@ConditionalOnBooleanProperty("telemetry.metrics.cardinality.all-meters")
	@ConditionalOnMissingBean(name = "telemetryCardinalityFilter")
	static CardinalityFilter telemetryCardinalityFilter(MetricsProperties properties) {
		return new CardinalityFilter(properties.cardinality().budgets());
	}

}
