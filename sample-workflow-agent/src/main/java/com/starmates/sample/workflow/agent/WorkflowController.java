// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Plans a workflow and has it executed.
 */
@RestController
class WorkflowController {

	private final WorkflowPlanner planner;

	private final EngineClient engine;

	WorkflowController(WorkflowPlanner planner, EngineClient engine) {
		this.planner = planner;
		this.engine = engine;
	}

	@PostMapping("/generate-workflow")
	@ResponseStatus(HttpStatus.ACCEPTED)
	AcceptedWorkflow generate(@Valid @RequestBody WorkflowRequest request) {
		List<String> steps = this.planner.steps(request);
		Execution execution = this.engine.execute(request.withSteps(steps));
		return new AcceptedWorkflow(execution.id(), execution.status(), steps);
	}

}
