// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Locale;

/**
 * What is exported.
 *
 * @since 1.0.0
 */
public enum Signal {

	/**
	 * Spans.
	 */
	TRACES,

	/**
	 * Log records.
	 */
	LOGS,

	/**
	 * Meters.
	 */
	METRICS;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
