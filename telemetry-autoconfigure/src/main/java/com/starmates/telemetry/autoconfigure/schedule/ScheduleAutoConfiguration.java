// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.schedule;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.tracking.ConditionalOnJavaAgent;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.schedule.ObservedJobs;
import com.starmates.telemetry.schedule.ScheduledTaskContext;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.OpenTelemetry;
import org.quartz.Scheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for work that begins at its time.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = MaskingAutoConfiguration.class)
@ConditionalOnClass({ OpenTelemetry.class, ObservationHandler.class })
@ConditionalOnTelemetry("tracking")
public final class ScheduleAutoConfiguration {

	/** The span is current before. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	@ConditionalOnMissingBean(name = "telemetryScheduledTaskContext")
	ScheduledTaskContext telemetryScheduledTaskContext() {
		return new ScheduledTaskContext();
	}

	/** The agent observes them itself. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Scheduler.class, SchedulerFactoryBean.class })
	@ConditionalOnJavaAgent(attached = false)
	static class WithQuartz {

		@Bean
		@ConditionalOnMissingBean
		ObservedJobs telemetryObservedJobs(ObjectProvider<OpenTelemetry> openTelemetrySdk,
				ObjectProvider<Masker> telemetryMasker) {
			return new ObservedJobs(openTelemetrySdk.getIfAvailable(OpenTelemetry::noop),
					telemetryMasker.getIfAvailable(Masker::standard));
		}

		@Bean
		@ConditionalOnMissingBean(name = "telemetrySchedulerPostProcessor")
		static SchedulerPostProcessor telemetrySchedulerPostProcessor(
				ObjectProvider<ObservedJobs> telemetryObservedJobs) {
			return new SchedulerPostProcessor(telemetryObservedJobs);
		}

	}

}
