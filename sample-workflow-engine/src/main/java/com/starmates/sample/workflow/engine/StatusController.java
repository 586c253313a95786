// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells how busy the engine is.
 */
@RestController
class StatusController {

	private final ExecutionRepository executions;

	private final ThreadPoolTaskExecutor taskExecutor;

	StatusController(ExecutionRepository executions, ThreadPoolTaskExecutor applicationTaskExecutor) {
		this.executions = executions;
		this.taskExecutor = applicationTaskExecutor;
	}

	@GetMapping("/queue/status")
	QueueStatus queue() {
		return new QueueStatus(this.executions.countByStatus(ExecutionStatus.QUEUED),
				this.executions.countByStatus(ExecutionStatus.RUNNING),
				this.executions.countByStatus(ExecutionStatus.COMPLETED),
				this.executions.countByStatus(ExecutionStatus.FAILED));
	}

	@GetMapping("/concurrency/status")
	ConcurrencyStatus concurrency() {
		return new ConcurrencyStatus(this.taskExecutor.getActiveCount(), this.taskExecutor.getMaxPoolSize());
	}

	/**
	 * How many executions there are, by status.
	 */
	record QueueStatus(long queued, long running, long completed, long failed) {

	}

	/**
	 * How many jobs are being done, and how many may be at a time.
	 */
	record ConcurrencyStatus(int active, int max) {

	}

}
