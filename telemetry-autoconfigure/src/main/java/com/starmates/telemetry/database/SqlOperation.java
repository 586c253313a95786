// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.Locale;

/**
 * What a statement does.
 */
enum SqlOperation {

	SELECT, INSERT, UPDATE, DELETE, MERGE, REPLACE, CALL, CREATE, ALTER, DROP, TRUNCATE,

	/** All else, and what is no SQL. */
	OTHER;

	private final String label = name().toLowerCase(Locale.ROOT);

	/** Return the value of the label. */
	String label() {
		return this.label;
	}

	/** Return what a statement does that begins with a word. */
	static SqlOperation of(String lowerCaseWord) {
		return switch (lowerCaseWord) {
			case "select" -> SELECT;
			case "insert" -> INSERT;
			case "update" -> UPDATE;
			case "delete" -> DELETE;
			case "merge" -> MERGE;
			case "replace" -> REPLACE;
			case "call", "exec", "execute" -> CALL;
			case "create" -> CREATE;
			case "alter" -> ALTER;
			case "drop" -> DROP;
			case "truncate" -> TRUNCATE;
			default -> OTHER;
		};
	}

	/** Whether rows are written to the table that is named next. */
	boolean isWrite() {
		return this == INSERT || this == UPDATE || this == DELETE || this == MERGE || this == REPLACE;
	}

	/** Whether it may stand in parentheses, where {@code REPLACE} is a function. */
	boolean isNested() {
		return this != REPLACE && isQuery();
	}

	/** Whether it reads or writes rows. */
	boolean isQuery() {
		return this == SELECT || isWrite();
	}

	boolean isDefinition() {
		return this == CREATE || this == ALTER || this == DROP;
	}

}
