// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A workflow as the engine has it now, with the tracking id of the request that began it.
 */
record Workflow(String id, String description, WorkflowType type, @Nullable String sessionId, String status,
		List<String> steps, Instant createdAt, @Nullable String trackingId) {

}
