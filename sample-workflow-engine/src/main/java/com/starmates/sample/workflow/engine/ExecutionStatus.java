// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far an execution has come.
 */
enum ExecutionStatus {

	QUEUED, RUNNING, COMPLETED, FAILED;

	boolean isEnd() {
		return this == COMPLETED || this == FAILED;
	}

	@JsonValue
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
