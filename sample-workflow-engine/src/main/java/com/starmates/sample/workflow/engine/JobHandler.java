// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import org.springframework.stereotype.Component;

/**
 * Does a job, step by step, and keeps its row up to date.
 */
@Component
class JobHandler {

	private static final Logger logger = LoggerFactory.getLogger(JobHandler.class);

	private static final Duration STEP = Duration.ofMillis(3);

	private final ExecutionRepository executions;

	JobHandler(ExecutionRepository executions) {
		this.executions = executions;
	}

	void handle(Job job) {
		Execution execution = update(this.executions.findById(job.executionId()).orElseThrow(),
				ExecutionStatus.RUNNING);
		try {
			work(execution);
		}
		catch (StepFailedException ex) {
			log(logger.atError().setCause(ex), update(execution, ExecutionStatus.FAILED)).log("Workflow failed");
			return;
		}
		log(logger.atInfo(), update(execution, ExecutionStatus.COMPLETED)).log("Workflow completed");
	}

	private Execution update(Execution execution, ExecutionStatus status) {
		execution.setStatus(status);
		return this.executions.save(execution);
	}

	private void work(Execution execution) {
		for (String step : execution.getSteps()) {
			LockSupport.parkNanos(STEP.toNanos());
			if (execution.getDescription().contains("doomed")) {
				throw new StepFailedException(step);
			}
		}
	}

	private static LoggingEventBuilder log(LoggingEventBuilder line, Execution execution) {
		return line.addKeyValue("workflow_id", execution.getId())
			.addKeyValue("workflow_type", execution.getType())
			.addKeyValue("workflow_status", execution.getStatus().text());
	}

}
