// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.OperationAdvisingPostProcessor;
import com.starmates.telemetry.business.OperationInterceptor;
import com.starmates.telemetry.business.UsageMeters;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.resource.ServiceIdentity;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Operations and usage with and without the feature.
 */
final class BusinessConfigurations {

	private BusinessConfigurations() {
	}

	/** What is recorded. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTelemetry("business")
	@EnableConfigurationProperties(BusinessProperties.class)
	static class Enabled {

		@Bean
		@ConditionalOnMissingBean
		BusinessOperations telemetryBusinessOperations(ObjectProvider<GuardedMeters> meters,
				ObjectProvider<OpenTelemetry> openTelemetry, ObjectProvider<Masker> masker) {
			return new BusinessOperations(meters.getIfAvailable(GuardedMeters::disabled),
					openTelemetry.getIfAvailable(OpenTelemetry::noop), masker.getIfAvailable(Masker::standard));
		}

		@Bean
		@ConditionalOnMissingBean
		UsageMeters telemetryUsageMeters(ObjectProvider<GuardedMeters> meters, ObjectProvider<ServiceIdentity> identity,
				Environment environment) {
			ServiceIdentity known = identity.getIfAvailable(() -> ServiceIdentity.resolve(environment::getProperty));
			return new UsageMeters(meters.getIfAvailable(GuardedMeters::disabled), known.service());
		}

		@Bean
		@ConditionalOnMissingBean
		static OperationAdvisingPostProcessor telemetryOperationAdvice(ObjectProvider<BusinessOperations> operations,
				Environment environment) {
			OperationAdvisingPostProcessor advice = new OperationAdvisingPostProcessor(
					new OperationInterceptor(operations::getObject));
			advice.setProxyTargetClass(environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
			return advice;
		}

	}

	/** What the application finds where nothing is recorded. */
	@Configuration(proxyBeanMethods = false)
	static class Disabled {

		@Bean
		@ConditionalOnMissingBean
		BusinessOperations telemetryBusinessOperations() {
			return BusinessOperations.disabled();
		}

		@Bean
		@ConditionalOnMissingBean
		UsageMeters telemetryUsageMeters() {
			return new UsageMeters(GuardedMeters.disabled(), ServiceIdentity.UNKNOWN_SERVICE);
		}

	}

}
