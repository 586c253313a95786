// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A workflow to be planned and executed.
 */
record WorkflowRequest(String description, String type, @Nullable String sessionId) {

	PlannedWorkflow withSteps(List<String> steps) {
		return new PlannedWorkflow(this.description, this.type, this.sessionId, steps);
	}

}
