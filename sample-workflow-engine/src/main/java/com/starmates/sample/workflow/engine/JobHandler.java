// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.Operation;
import com.starmates.telemetry.business.OperationDefinition;
import com.starmates.telemetry.business.OperationRun;
import com.starmates.telemetry.business.UsageMeters;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.context.WorkflowStatus;
import com.starmates.telemetry.context.WorkflowType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Does a job, step by step, and keeps its row up to date.
 */
@Component
class JobHandler {

	private static final Logger logger = LoggerFactory.getLogger(JobHandler.class);

	private static final Duration STEP = Duration.ofMillis(3);

	private static final int STEPS_OF_LOW_COMPLEXITY = 3;

	private final ExecutionRepository executions;

	private final Operation workflow;

	private final UsageMeters usage;

	JobHandler(ExecutionRepository executions, BusinessOperations operations, UsageMeters usage) {
		this.executions = executions;
		this.workflow = operations.define(OperationDefinition.of("workflow").withLabels("workflow_type"));
		this.usage = usage;
	}

	void handle(Job job) {
		Execution execution = this.executions.findById(job.executionId()).orElseThrow();
		if (execution.getStatus().isEnd()) {
			logger.info("The job came once more");
			return;
		}
		this.workflow.run((run) -> run(run, execution), execution.getType());
	}

	/**
	 * A step that fails is no error of the engine's: the workflow has ended, and says
	 * how.
	 */
	private OperationRun run(OperationRun run, Execution execution) {
		Execution running = update(execution, ExecutionStatus.RUNNING, WorkflowStatus.RUNNING);
		int done = 0;
		try {
			for (String step : running.getSteps()) {
				work(running, step);
				done++;
			}
			Execution completed = update(running, ExecutionStatus.COMPLETED, WorkflowStatus.COMPLETED);
			logger.info("Workflow completed");
			return ended(run.succeeded(), completed, done);
		}
		catch (StepFailedException ex) {
			Execution failed = update(running, ExecutionStatus.FAILED, WorkflowStatus.FAILED);
			logger.error("Workflow failed", ex);
			return ended((done > 0) ? run.partlySucceeded() : run.failed(ex), failed, done);
		}
	}

	private OperationRun ended(OperationRun run, Execution execution, int done) {
		WorkflowType type = WorkflowType.of(execution.getType());
		int steps = execution.getSteps().size();
		if (type != null && steps > 0) {
			this.usage.workflowEnded(type, (steps > STEPS_OF_LOW_COMPLEXITY) ? "high" : "low", (double) done / steps);
		}
		return run;
	}

	private Execution update(Execution execution, ExecutionStatus status, WorkflowStatus shown) {
		TelemetryContext.current().workflow(execution.getId(), WorkflowType.of(execution.getType()), shown);
		execution.setStatus(status);
		return this.executions.save(execution);
	}

	private static void work(Execution execution, String step) {
		LockSupport.parkNanos(STEP.toNanos());
		if (execution.getDescription().contains("doomed")) {
			throw new StepFailedException(step);
		}
	}

}
