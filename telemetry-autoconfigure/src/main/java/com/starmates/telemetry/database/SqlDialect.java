// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

/**
 * How a database tells names, values and comments apart, as far as they differ.
 */
enum SqlDialect {

	/** Double quotes are around names. */
	STANDARD(true, false, false),

	/** Double quotes and brackets are around names. */
	SQL_SERVER(true, true, false),

	/** Double quotes are around values, and {@code #} begins a comment. */
	MYSQL(false, false, true),

	/** Anything but what the standard says: no more is shown than is safe everywhere. */
	OTHER(false, false, true);

	private final boolean doubleQuotedNames;

	private final boolean bracketedNames;

	private final boolean hashComments;

	SqlDialect(boolean doubleQuotedNames, boolean bracketedNames, boolean hashComments) {
		this.doubleQuotedNames = doubleQuotedNames;
		this.bracketedNames = bracketedNames;
		this.hashComments = hashComments;
	}

	boolean hasDoubleQuotedNames() {
		return this.doubleQuotedNames;
	}

	boolean hasBracketedNames() {
		return this.bracketedNames;
	}

	boolean hasHashComments() {
		return this.hashComments;
	}

}
