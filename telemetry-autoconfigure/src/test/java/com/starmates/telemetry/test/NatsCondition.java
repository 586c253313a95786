// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for a nats-server. */
class NatsCondition implements ExecutionCondition {

	private static final String MISSING = "nats-server is not on the PATH; "
			+ "get it by: go install github.com/nats-io/nats-server/v2@v2.12.1";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (NatsProcess.find() != null) {
			return ConditionEvaluationResult.enabled("nats-server is there");
		}
		if (Boolean.parseBoolean(System.getenv("REQUIRE_NATS"))) {
			throw new IllegalStateException(MISSING);
		}
		return ConditionEvaluationResult.disabled(MISSING);
	}

}
