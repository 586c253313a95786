// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

/**
 * A step of a workflow could not be done.
 */
class StepFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StepFailedException(String step) {
		super("Step '" + step + "' failed");
	}

}
