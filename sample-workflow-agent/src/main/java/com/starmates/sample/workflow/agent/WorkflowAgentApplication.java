// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The agent.
 */
@SpringBootApplication
@ImportHttpServices(group = "engine", types = EngineClient.class)
public class WorkflowAgentApplication {

	public static void main(String[] args) {
		SpringApplication.run(WorkflowAgentApplication.class, args);
	}

}
