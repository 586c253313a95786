// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A workflow to be executed.
 */
record PlannedWorkflow(String description, String type, @Nullable String sessionId, List<String> steps) {

}
