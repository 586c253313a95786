// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A workflow with its steps.
 */
record PlannedWorkflow(String description, String type, @Nullable String sessionId, List<String> steps) {

}
