// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

/**
 * How a database tells names, values and comments apart, as far as they differ.
 */
enum SqlDialect {

	/** Double quotes are around names. */
	STANDARD,

	/** Double quotes and brackets are around names. */
	SQL_SERVER,

	/** Double quotes are around values, and {@code #} begins a comment. */
	MYSQL,

	/** Anything but what the standard says: no more is shown than is safe everywhere. */
	OTHER;

	/** Return whether names, values and comments begin as the standard says. */
	boolean isStandard() {
		return this == STANDARD || this == SQL_SERVER;
	}

}
