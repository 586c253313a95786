// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants done, in a session or without one.
 */
record NewWorkflow(@NotBlank @Size(max = 2000) String description, @NotNull WorkflowType type,
		@Nullable String sessionId) {

}
