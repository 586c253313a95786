// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A workflow to be executed.
 */
record PlannedWorkflow(@NotBlank @Size(max = 2000) String description, @NotBlank @Size(max = 255) String type,
		@Nullable @Size(max = 255) String sessionId, @NotNull List<@NotBlank @Size(max = 2000) String> steps) {

}
