// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.OperationAdvisingPostProcessor;
import com.starmates.telemetry.business.OperationInterceptor;
import com.starmates.telemetry.business.UsageMeters;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for operations and the meters that
 * matter to applications. Their code finds {@link BusinessOperations} and
 * {@link UsageMeters} even where nothing is recorded.
 *
 * @since 1.0.0
 */
@AutoConfiguration(
		after = { MaskingAutoConfiguration.class, MetricsAutoConfiguration.class, ResourceAutoConfiguration.class },
		afterName = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, OpenTelemetry.class })
@ConditionalOnTelemetry("business")
public final class BusinessAutoConfiguration {

	/** What annotated methods call must not have to be made by them, under a lock. */
	@Bean
	@ConditionalOnMissingBean
	BusinessOperations telemetryBusinessOperations(ObjectProvider<GuardedMeters> telemetryGuardedMeters,
			ObjectProvider<OpenTelemetry> openTelemetrySdk, ObjectProvider<Masker> telemetryMasker) {
		return new BusinessOperations(telemetryGuardedMeters.getIfAvailable(GuardedMeters::disabled),
				openTelemetrySdk.getIfAvailable(OpenTelemetry::noop), telemetryMasker.getIfAvailable(Masker::standard));
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	UsageMeters telemetryUsageMeters(ObjectProvider<GuardedMeters> telemetryGuardedMeters,
			ObjectProvider<ServiceIdentity> telemetryServiceIdentity, Environment environment) {
		ServiceIdentity known = telemetryServiceIdentity
			.getIfAvailable(() -> ServiceIdentity.resolve(environment::getProperty));
		return new UsageMeters(telemetryGuardedMeters.getIfAvailable(GuardedMeters::disabled), known.service());
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetryOperationAdvice")
	static OperationAdvisingPostProcessor telemetryOperationAdvice(
			ObjectProvider<BusinessOperations> telemetryBusinessOperations, Environment environment) {
		OperationAdvisingPostProcessor advice = new OperationAdvisingPostProcessor(
				new OperationInterceptor(telemetryBusinessOperations::getObject));
		advice.setProxyTargetClass(environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
		return advice;
	}

}
