// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import com.starmates.telemetry.test.RequiresNats;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The same over NATS and in PostgreSQL.
 */
@RequiresNats
@ActiveProfiles({ "nats", "postgres" })
class StoredExecutionRowTests extends ExecutionRowTests {

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry registry) {
		Servers.register(registry);
	}

	@Override
	String jobThread() {
		return "workflow-engine:";
	}

}
