// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What has been found in a statement so far. */
final class SqlFindings {

	private static final int MAX_SUMMARY = 255;

	private final Set<String> namesOfWith = new HashSet<>();

	private final StringBuilder summary = new StringBuilder();

	private @Nullable SqlOperation operation;

	private @Nullable String table;

	private @Nullable String tableOfWith;

	private @Nullable String procedure;

	@Nullable SqlOperation operation() {
		return this.operation;
	}

	boolean hasTable() {
		return this.table != null;
	}

	void operation(SqlOperation found) {
		this.operation = found;
	}

	void nameOfWith(String name) {
		this.namesOfWith.add(name.toLowerCase(Locale.ROOT));
	}

	void procedure(String name) {
		this.procedure = name;
		summarise(name);
	}

	/** Tables of named queries count where the statement has none of its own. */
	void table(String name) {
		if (this.namesOfWith.contains(name.toLowerCase(Locale.ROOT))) {
			return;
		}
		summarise(name);
		if (this.operation == null) {
			this.tableOfWith = (this.tableOfWith != null) ? this.tableOfWith : name;
		}
		else if (this.table == null) {
			this.table = name;
		}
	}

	void summarise(String part) {
		if (this.summary.length() + 1 + part.length() <= MAX_SUMMARY) {
			this.summary.append(this.summary.isEmpty() ? "" : " ").append(part);
		}
	}

	SqlStatement statement(String text) {
		SqlOperation known = (this.operation != null) ? this.operation : SqlOperation.OTHER;
		String first = (this.table != null) ? this.table : this.tableOfWith;
		return new SqlStatement(known, (first != null) ? first.toLowerCase(Locale.ROOT) : DatabaseMeters.NO_TABLE,
				first, this.procedure, this.summary.toString(), text);
	}

}
