// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * A bus that does not leave the process: Boot's task executor.
 */
@Component
@Profile("!nats")
class InProcessJobBus implements JobBus {

	private final JobHandler handler;

	InProcessJobBus(JobHandler handler) {
		this.handler = handler;
	}

	@Async
	@Override
	public void publish(Job job) {
		this.handler.handle(job);
	}

}
