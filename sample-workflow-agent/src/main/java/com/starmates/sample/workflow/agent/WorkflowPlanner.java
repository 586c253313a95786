// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

import com.starmates.telemetry.business.BusinessOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

/**
 * Asks the language model how to do a workflow.
 */
@Component
class WorkflowPlanner {

	private static final Logger logger = LoggerFactory.getLogger(WorkflowPlanner.class);

	private final ChatClient model;

	WorkflowPlanner(ChatClient.Builder builder) {
		this.model = builder.defaultSystem("You plan workflows. Answer with the steps, one per line, nothing else.")
			.build();
	}

	@BusinessOperation("plan_generation")
	List<String> steps(WorkflowRequest request) {
		String answer = this.model.prompt()
			.user((user) -> user.text("Plan this {type} workflow: {description}")
				.param("type", request.type())
				.param("description", request.description()))
			.call()
			.content();
		List<String> steps = (answer != null)
				? answer.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList() : List.of();
		logger.atInfo().addKeyValue("workflow_type", request.type()).log("The model planned {} steps", steps.size());
		return steps;
	}

}
