// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

/**
 * What may be known of a piece of work, by the names that log lines have for it.
 */
enum ContextField {

	USER_ID("user.id"), USER_SEGMENT("user.segment"), SESSION_ID("session.id"), SESSION_DURATION("session.duration"),
	WORKFLOW_ID("workflow.id"), WORKFLOW_TYPE("workflow.type"), WORKFLOW_STATUS("workflow.status"),
	OPERATION_NAME("operation.name"), OPERATION_RESULT("operation.result"), OPERATION_DURATION("operation.duration");

	private final String key;

	ContextField(String key) {
		this.key = key;
	}

	String key() {
		return this.key;
	}

}
