// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import ch.qos.logback.classic.LoggerContext;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import io.micrometer.context.ContextRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/**
 * What can be asked, and where the doctor speaks, by what there is.
 */
final class DoctorConfigurations {

	private DoctorConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Resource.class, Sampler.class })
	static class WithSpans {

		@Bean
		SpanFacts telemetrySpanFacts(ObjectProvider<Resource> resource, ObjectProvider<Sampler> sampler) {
			return new SpanFacts(resource, sampler);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ RestClient.class, ObservationRegistry.class })
	static class WithClients {

		@Bean
		ClientFacts telemetryClientFacts(ConfigurableListableBeanFactory beans) {
			return new ClientFacts(beans);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextRegistry.class)
	@ConditionalOnTelemetry("tracking")
	@ConditionalOnBooleanProperty("spring.task.execution.propagate-context")
	static class WithExecutors {

		@Bean
		ExecutorFacts telemetryExecutorFacts(ConfigurableListableBeanFactory beans) {
			return new ExecutorFacts(beans);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class WithMeters {

		@Bean
		MeterFacts telemetryMeterFacts(ListableBeanFactory beans, Environment environment) {
			return new MeterFacts(beans, environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ LoggerContext.class, LoggingEventCompositeJsonEncoder.class, OpenTelemetryAppender.class })
	static class WithLogs {

		@Bean
		LogFacts telemetryLogFacts() {
			return new LogFacts();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
	static class WithActuator {

		@Bean
		@ConditionalOnAvailableEndpoint
		TelemetryEndpoint telemetryEndpoint(FactCollector facts) {
			return new TelemetryEndpoint(facts);
		}

	}

}
