// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

/**
 * There is no way to do a workflow.
 */
class UnplannableWorkflowException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	UnplannableWorkflowException(String description) {
		super("No plan can do '" + description + "'");
	}

}
