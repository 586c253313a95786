// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

import java.util.Locale;

/**
 * How far a workflow has come.
 *
 * @since 1.0.0
 */
public enum WorkflowStatus {

	/**
	 * It has begun.
	 */
	RUNNING,

	/**
	 * It has done what it was to do.
	 */
	COMPLETED,

	/**
	 * It has ended without.
	 */
	FAILED;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * Return the status as log lines and labels have it, in lower case.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
