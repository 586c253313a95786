// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

import java.util.Locale;

/**
 * How an operation ended.
 *
 * @since 1.0.0
 */
public enum OperationResult {

	/**
	 * It did all that it was to do.
	 */
	SUCCESS,

	/**
	 * It did nothing of use.
	 */
	FAILURE,

	/**
	 * It did a part.
	 */
	PARTIAL;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * Return the result as log lines and labels have it, in lower case.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
