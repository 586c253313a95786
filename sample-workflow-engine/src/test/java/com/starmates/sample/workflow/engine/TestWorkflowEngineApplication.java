// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.springframework.boot.SpringApplication;

/**
 * The engine with a nats-server and a PostgreSQL of its own, for who develops with
 * Docker: {@code ./mvnw -pl sample-workflow-engine spring-boot:test-run}.
 */
public final class TestWorkflowEngineApplication {

	private TestWorkflowEngineApplication() {
	}

	public static void main(String[] args) {
		SpringApplication.from(WorkflowEngineApplication::main)
			.with(Containers.class)
			.withAdditionalProfiles("nats", "postgres")
			.run(args);
	}

}
