// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import com.starmates.telemetry.messaging.EventBusMeters;
import com.starmates.telemetry.messaging.MessageOutcome;

import org.springframework.context.annotation.Profile;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * A bus that does not leave the process: Boot's task executor.
 */
@Component
@Profile("!nats")
class InProcessJobBus implements JobBus {

	private static final String SUBJECT = "jobs.execute";

	private final AsyncTaskExecutor executor;

	private final JobHandler handler;

	private final EventBusMeters meters;

	InProcessJobBus(AsyncTaskExecutor applicationTaskExecutor, JobHandler handler, EventBusMeters meters) {
		this.executor = applicationTaskExecutor;
		this.handler = handler;
		this.meters = meters;
	}

	@Override
	public void publish(Job job) {
		this.meters.published(SUBJECT);
		this.executor.execute(() -> consume(job));
	}

	/** There is nobody to give a job to again: what cannot be done is put aside. */
	private void consume(Job job) {
		MessageOutcome outcome = MessageOutcome.DEAD_LETTER;
		try {
			this.handler.handle(job);
			outcome = MessageOutcome.ACK;
		}
		finally {
			this.meters.consumed(SUBJECT, outcome);
		}
	}

}
