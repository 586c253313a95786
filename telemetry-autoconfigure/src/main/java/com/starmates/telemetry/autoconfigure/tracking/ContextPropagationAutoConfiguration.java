// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.tracking.AutomaticPropagation;
import com.starmates.telemetry.tracking.ContextPropagation;
import io.micrometer.context.ContextRegistry;
import io.opentelemetry.api.OpenTelemetry;
import reactor.core.publisher.Hooks;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a context that follows work to
 * other threads.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass({ ContextRegistry.class, OpenTelemetry.class })
@ConditionalOnTelemetry("tracking")
public final class ContextPropagationAutoConfiguration {

	/** Nobody asks for it: it must be there all the same. */
	@Bean
	@Lazy(false)
	@ConditionalOnMissingBean(name = "telemetryContextPropagation")
	ContextPropagation telemetryContextPropagation() {
		return new ContextPropagation(ContextRegistry.getInstance());
	}

	/** Spring Boot decorates those that it makes, and tasks that repeat as well. */
	@Bean
	@ConditionalOnMissingBean(name = "telemetryExecutorPostProcessor")
	@ConditionalOnBooleanProperty("spring.task.execution.propagate-context")
	static ExecutorPostProcessor telemetryExecutorPostProcessor(ConfigurableListableBeanFactory beans) {
		return new ExecutorPostProcessor(beans);
	}

	/** Reactor without Spring Boot's module for it, as R2DBC brings it. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Hooks.class)
	@ConditionalOnMissingClass("org.springframework.boot.reactor.autoconfigure.ReactorAutoConfiguration")
	@ConditionalOnProperty(name = "spring.reactor.context-propagation", havingValue = "auto")
	static class WithReactorAlone {

		@Bean
		@Lazy(false)
		@ConditionalOnMissingBean(name = "telemetryAutomaticPropagation")
		AutomaticPropagation telemetryAutomaticPropagation() {
			return new AutomaticPropagation();
		}

	}

}
