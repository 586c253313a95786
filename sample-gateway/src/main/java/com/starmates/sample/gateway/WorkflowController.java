// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accepts and shows workflows.
 */
@RestController
@RequestMapping("/api/v1/workflows")
class WorkflowController {

	private static final Logger logger = LoggerFactory.getLogger(WorkflowController.class);

	private final AgentClient agent;

	private final EngineClient engine;

	private final SessionUser user;

	WorkflowController(AgentClient agent, EngineClient engine, SessionUser user) {
		this.agent = agent;
		this.engine = engine;
		this.user = user;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	AcceptedWorkflow create(@Valid @RequestBody NewWorkflow newWorkflow) {
		if (newWorkflow.sessionId() != null) {
			this.user.does("begin_workflow", this.engine.session(newWorkflow.sessionId()));
		}
		AcceptedWorkflow workflow = this.agent.generateWorkflow(newWorkflow);
		logger.atInfo().addKeyValue("workflow_id", workflow.id()).log("Workflow accepted");
		return workflow;
	}

	@GetMapping("/{id}")
	Workflow get(@PathVariable String id) {
		return this.engine.execution(id);
	}

}
