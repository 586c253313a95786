// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

import java.util.Locale;

/**
 * How much a workflow has to do.
 *
 * @since 1.0.0
 */
public enum WorkflowType {

	/**
	 * A few steps, one after another.
	 */
	SIMPLE,

	/**
	 * Many steps, or such as depend on each other.
	 */
	COMPLEX,

	/**
	 * Steps that ask a model.
	 */
	AI_ASSISTED;

	private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * Return the type as log lines and labels have it, such as {@code ai-assisted}.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
