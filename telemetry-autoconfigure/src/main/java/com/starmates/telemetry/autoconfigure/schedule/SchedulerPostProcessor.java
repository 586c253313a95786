// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.schedule;

import com.starmates.telemetry.schedule.ObservedJobs;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * Lets Quartz's schedulers tell of the jobs that they run, before they begin to run any.
 */
final class SchedulerPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(SchedulerPostProcessor.class);

	private final ObjectProvider<ObservedJobs> jobs;

	SchedulerPostProcessor(ObjectProvider<ObservedJobs> jobs) {
		this.jobs = jobs;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof SchedulerFactoryBean factory) {
			try {
				factory.getScheduler().getListenerManager().addJobListener(this.jobs.getObject());
			}
			catch (SchedulerException ex) {
				logger.warn("Runs of the scheduler '{}' have no trace: it takes no listener", beanName, ex);
			}
		}
		return bean;
	}

}
