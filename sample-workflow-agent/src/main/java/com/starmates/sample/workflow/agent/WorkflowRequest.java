// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A workflow to be planned and executed.
 */
record WorkflowRequest(@NotBlank @Size(max = 2000) String description, @NotBlank @Size(max = 255) String type,
		@Nullable @Size(max = 255) String sessionId) {

	PlannedWorkflow withSteps(List<String> steps) {
		return new PlannedWorkflow(this.description, this.type, this.sessionId, steps);
	}

}
