// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes workflows, puts them on the bus and shows how far they are.
 */
@RestController
class ExecutionController {

	private final ExecutionRepository executions;

	private final JobBus bus;

	ExecutionController(ExecutionRepository executions, JobBus bus) {
		this.executions = executions;
		this.bus = bus;
	}

	@PostMapping("/execute")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted execute(@Valid @RequestBody PlannedWorkflow workflow) {
		if (workflow.description().contains("impossible")) {
			throw new UnplannableWorkflowException(workflow.description());
		}
		Execution execution = this.executions.save(new Execution(workflow));
		publish(execution);
		return new Accepted(execution.getId(), execution.getStatus());
	}

	/** What nobody was told of is not done. */
	private void publish(Execution execution) {
		try {
			this.bus.publish(new Job(execution.getId()));
		}
		catch (JobBusException ex) {
			execution.setStatus(ExecutionStatus.FAILED);
			this.executions.save(execution);
			throw ex;
		}
	}

	@GetMapping("/executions/{id}")
	ExecutionView get(@PathVariable String id) {
		return this.executions.findById(id)
			.map(ExecutionView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No execution '" + id + "'"));
	}

	/**
	 * The answer to a workflow that was taken.
	 */
	record Accepted(String id, ExecutionStatus status) {

	}

	/**
	 * An execution as callers see it.
	 */
	record ExecutionView(String id, String description, String type, @Nullable String sessionId, ExecutionStatus status,
			List<String> steps, Instant createdAt, @Nullable String trackingId) {

		static ExecutionView of(Execution execution) {
			return new ExecutionView(execution.getId(), execution.getDescription(), execution.getType(),
					execution.getSessionId(), execution.getStatus(), execution.getSteps(), execution.getCreatedAt(),
					execution.getTrackingId());
		}

	}

}
