// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import org.jspecify.annotations.Nullable;

/**
 * What may be told of a statement.
 *
 * @param operation what it does
 * @param table label of its table
 * @param collection its table as it is written, without schema and quotes
 * @param procedure the procedure that it calls
 * @param summary what it does, and to which tables; empty if that is not known
 * @param text its text without values and comments
 */
record SqlStatement(SqlOperation operation, String table, @Nullable String collection, @Nullable String procedure,
		String summary, String text) {

	/** A statement that cannot be read. */
	static final SqlStatement UNKNOWN = new SqlStatement(SqlOperation.OTHER, DatabaseMeters.NO_TABLE, null, null, "",
			"");

}
