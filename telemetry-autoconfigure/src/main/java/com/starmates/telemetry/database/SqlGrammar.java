// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Knows enough of SQL to tell what a statement does, and to which tables, from its words
 * in their order. Never fails: what it does not understand, it does not tell.
 */
final class SqlGrammar {

	private static final int MAX_SUMMARY = 255;

	private static final int MAX_DEPTH = 63;

	/** Between the word that announces a table, and its name. */
	private static final Set<String> BEFORE_TABLES = Set.of("into", "from", "only", "table", "if", "not", "exists",
			"lateral", "ignore", "low_priority", "delayed", "high_priority", "quick", "overwrite", "or", "replace",
			"abort", "fail", "rollback");

	private static final Set<String> KINDS = Set.of("index", "trigger", "view", "sequence", "function", "procedure",
			"schema", "database", "user", "role", "type", "domain", "extension", "alias", "constraint");

	private enum Expected {

		NOTHING, TABLE, TABLE_OR_FUNCTION, PROCEDURE, NAME_OF_WITH

	}

	private final Set<String> namesOfWith = new HashSet<>();

	private final StringBuilder summary = new StringBuilder();

	private @Nullable SqlOperation operation;

	private @Nullable String table;

	private @Nullable String tableOfWith;

	private @Nullable String procedure;

	private @Nullable String kind;

	private Expected expected = Expected.NOTHING;

	/** What stands where something is expected; the last part, if it has many. */
	private @Nullable String name;

	private boolean nameContinues;

	private String previous = "";

	private boolean atStart = true;

	private int depth;

	/** Level of a list of named queries that is not yet at its end. */
	private int withDepth = -1;

	/** A bit for each level that has a verb. */
	private long verbs;

	/** Whether a quoted text can only be a name. */
	boolean expectsName() {
		return this.expected != Expected.NOTHING && (this.name == null || this.nameContinues);
	}

	void word(String word) {
		String lowerCase = word.toLowerCase(Locale.ROOT);
		if (continuesName(word)) {
			return;
		}
		endName();
		if (!startsWith(lowerCase) && !expectedWord(word, lowerCase)) {
			clause(lowerCase);
		}
		this.previous = lowerCase;
		this.atStart = false;
	}

	void quotedName(String quoted) {
		if (!continuesName(quoted)) {
			endName();
			if (this.expected != Expected.NOTHING) {
				this.name = quoted;
			}
			this.atStart = false;
			this.previous = "";
		}
	}

	void value() {
		endName();
		this.atStart = false;
		this.previous = "";
	}

	void symbol(char symbol) {
		if (symbol == '.') {
			this.nameContinues = this.name != null;
			return;
		}
		if (symbol == '(' && this.expected == Expected.TABLE_OR_FUNCTION && this.name != null) {
			forgetName();
		}
		endName();
		switch (symbol) {
			case '(' -> open();
			case ')' -> close();
			case ',' -> this.expected = (this.depth == this.withDepth) ? Expected.NAME_OF_WITH : Expected.NOTHING;
			case ';' -> this.atStart = true;
			default -> {
				// tells nothing
			}
		}
	}

	SqlStatement end(String text) {
		endName();
		SqlOperation known = (this.operation != null) ? this.operation : SqlOperation.OTHER;
		String first = (this.table != null) ? this.table : this.tableOfWith;
		return new SqlStatement(known, (first != null) ? first.toLowerCase(Locale.ROOT) : DatabaseMeters.NO_TABLE,
				first, this.procedure, this.summary.toString(), text);
	}

	private boolean continuesName(String part) {
		if (!this.nameContinues) {
			return false;
		}
		this.name = part;
		this.nameContinues = false;
		return true;
	}

	/** Whether the word is a verb where one is expected, or begins named queries. */
	private boolean startsWith(String word) {
		SqlOperation verb = SqlOperation.of(word);
		if (this.atStart && this.depth == 0 && this.operation == null && !word.equals("with")) {
			begin(verb);
			return true;
		}
		if (this.atStart && word.equals("with") && this.operation != SqlOperation.OTHER) {
			this.withDepth = this.depth;
			this.expected = Expected.NAME_OF_WITH;
			return true;
		}
		boolean main = this.withDepth == this.depth && this.expected == Expected.NOTHING;
		boolean first = this.atStart && (this.depth == 0 || verb.isNested());
		boolean nested = verb.isQuery() && (first || main || verb == SqlOperation.SELECT);
		if (nested && this.operation != SqlOperation.OTHER) {
			begin(verb);
		}
		return nested;
	}

	private void begin(SqlOperation verb) {
		if (this.withDepth == this.depth) {
			this.withDepth = -1;
		}
		if (this.operation == null && this.withDepth < 0) {
			this.operation = verb;
		}
		if (verb == SqlOperation.OTHER) {
			return;
		}
		summarise(verb.name());
		this.verbs |= 1L << Math.min(this.depth, MAX_DEPTH);
		if (verb == SqlOperation.CALL) {
			this.expected = Expected.PROCEDURE;
		}
		else {
			this.expected = (verb.isWrite() || verb == SqlOperation.TRUNCATE) ? Expected.TABLE : Expected.NOTHING;
		}
	}

	private boolean expectedWord(String word, String lowerCase) {
		return switch (this.expected) {
			case NOTHING -> false;
			case NAME_OF_WITH -> lowerCase.equals("recursive") || take(word);
			case PROCEDURE -> take(word);
			case TABLE, TABLE_OR_FUNCTION -> BEFORE_TABLES.contains(lowerCase) || takeTable(word, lowerCase);
		};
	}

	private boolean takeTable(String word, String lowerCase) {
		if (lowerCase.equals("values") || lowerCase.equals("set")) {
			this.expected = Expected.NOTHING;
			return false;
		}
		return take(word);
	}

	private boolean take(String word) {
		this.name = word;
		return true;
	}

	private void clause(String word) {
		if (this.operation == SqlOperation.OTHER) {
			return;
		}
		switch (word) {
			case "from" -> {
				if (hasVerb() && !this.previous.equals("distinct")) {
					this.expected = Expected.TABLE_OR_FUNCTION;
				}
			}
			case "join" -> this.expected = Expected.TABLE_OR_FUNCTION;
			case "table" -> {
				if (isDefinition() && this.kind == null && this.table == null) {
					this.expected = Expected.TABLE;
				}
			}
			case "on" -> {
				if (isDefinition() && this.table == null
						&& ("index".equals(this.kind) || "trigger".equals(this.kind))) {
					this.expected = Expected.TABLE;
				}
			}
			default -> {
				if (this.kind == null && KINDS.contains(word)) {
					this.kind = word;
				}
			}
		}
	}

	private boolean isDefinition() {
		return this.operation != null && this.operation.isDefinition();
	}

	private boolean hasVerb() {
		return (this.verbs & (1L << Math.min(this.depth, MAX_DEPTH))) != 0;
	}

	private void endName() {
		String complete = this.name;
		if (complete == null) {
			return;
		}
		switch (this.expected) {
			case NAME_OF_WITH -> this.namesOfWith.add(complete.toLowerCase(Locale.ROOT));
			case PROCEDURE -> {
				this.procedure = complete;
				summarise(complete);
			}
			case TABLE, TABLE_OR_FUNCTION -> found(complete);
			case NOTHING -> {
				// nothing is kept
			}
		}
		forgetName();
	}

	private void found(String complete) {
		if (this.namesOfWith.contains(complete.toLowerCase(Locale.ROOT))) {
			return;
		}
		summarise(complete);
		if (this.operation == null) {
			this.tableOfWith = (this.tableOfWith != null) ? this.tableOfWith : complete;
		}
		else if (this.table == null) {
			this.table = complete;
		}
	}

	private void forgetName() {
		this.name = null;
		this.nameContinues = false;
		this.expected = Expected.NOTHING;
	}

	private void open() {
		this.depth++;
		this.verbs &= ~(1L << Math.min(this.depth, MAX_DEPTH));
		this.atStart = true;
		if (this.expected != Expected.TABLE_OR_FUNCTION) {
			this.expected = Expected.NOTHING;
		}
	}

	private void close() {
		this.depth = Math.max(this.depth - 1, 0);
		this.expected = Expected.NOTHING;
		this.atStart = false;
	}

	private void summarise(String part) {
		if (this.summary.length() + 1 + part.length() <= MAX_SUMMARY) {
			this.summary.append(this.summary.isEmpty() ? "" : " ").append(part);
		}
	}

}
