// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Knows enough of SQL to tell what a statement does, and to which tables, from its words
 * in their order. Never fails: what it does not understand, it does not tell.
 */
final class SqlGrammar {

	/** Between the word that announces a table, and its name. */
	private static final Set<String> BEFORE_TABLES = Set.of("into", "from", "only", "table", "if", "not", "exists",
			"lateral", "ignore", "low_priority", "delayed", "high_priority", "quick", "overwrite", "or", "replace",
			"abort", "fail", "rollback");

	private static final Set<String> KINDS = Set.of("index", "trigger", "view", "sequence", "function", "procedure",
			"schema", "database", "user", "role", "type", "domain", "extension", "alias", "constraint");

	private enum Expected {

		NOTHING, TABLE, TABLE_OR_FUNCTION, PROCEDURE, NAME_OF_WITH

	}

	private final SqlLevels levels = new SqlLevels();

	private final SqlFindings findings = new SqlFindings();

	private @Nullable String kind;

	private Expected expected = Expected.NOTHING;

	/** What stands where something is expected; the last part, if it has many. */
	private @Nullable String name;

	private boolean nameContinues;

	private String previous = "";

	private boolean atStart = true;

	/** Whether a procedure has been named, and no bracket opened. */
	private boolean arguments;

	/** Whether a quoted text can only be a name. */
	boolean expectsName() {
		return this.expected != Expected.NOTHING && (this.name == null || this.nameContinues);
	}

	/** Whether a word can only be what a procedure is given. */
	boolean expectsArguments() {
		return this.arguments || (this.expected == Expected.PROCEDURE && this.name != null && !this.nameContinues);
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
			case ',' -> this.expected = this.levels.isWith() ? Expected.NAME_OF_WITH : Expected.NOTHING;
			case ';' -> {
				this.atStart = true;
				this.arguments = false;
			}
			default -> {
				// tells nothing
			}
		}
	}

	SqlStatement end(String text) {
		endName();
		return this.findings.statement(text);
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
		SqlOperation operation = this.findings.operation();
		if (this.atStart && this.levels.isOutermost() && operation == null && !word.equals("with")) {
			begin(verb);
			return true;
		}
		if (this.atStart && word.equals("with") && operation != SqlOperation.OTHER) {
			this.levels.beginWith();
			this.expected = Expected.NAME_OF_WITH;
			return true;
		}
		boolean main = this.levels.isWith() && this.expected == Expected.NOTHING;
		boolean first = this.atStart && (this.levels.isOutermost() || verb.isNested());
		boolean nested = verb.isQuery() && (first || main || verb == SqlOperation.SELECT);
		if (nested && operation != SqlOperation.OTHER) {
			begin(verb);
		}
		return nested;
	}

	private void begin(SqlOperation verb) {
		this.levels.endWith();
		if (this.findings.operation() == null && !this.levels.isWithin()) {
			this.findings.operation(verb);
		}
		if (verb == SqlOperation.OTHER) {
			return;
		}
		this.findings.summarise(verb.name());
		this.levels.addVerb();
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
			// EXEC @status = archive
			case PROCEDURE -> word.startsWith("@") || take(word);
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
		if (this.findings.operation() == SqlOperation.OTHER) {
			return;
		}
		switch (word) {
			case "from" -> {
				if (this.levels.hasVerb() && !this.previous.equals("distinct")) {
					this.expected = Expected.TABLE_OR_FUNCTION;
				}
			}
			case "join" -> this.expected = Expected.TABLE_OR_FUNCTION;
			case "table" -> {
				if (isDefinition() && this.kind == null && !this.findings.hasTable()) {
					this.expected = Expected.TABLE;
				}
			}
			case "on" -> {
				if (isDefinition() && !this.findings.hasTable()
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
		SqlOperation operation = this.findings.operation();
		return operation != null && operation.isDefinition();
	}

	private void endName() {
		String complete = this.name;
		if (complete == null) {
			return;
		}
		switch (this.expected) {
			case NAME_OF_WITH -> this.findings.nameOfWith(complete);
			case PROCEDURE -> {
				this.findings.procedure(complete);
				this.arguments = true;
			}
			case TABLE, TABLE_OR_FUNCTION -> this.findings.table(complete);
			case NOTHING -> {
				// nothing is kept
			}
		}
		forgetName();
	}

	private void forgetName() {
		this.name = null;
		this.nameContinues = false;
		this.expected = Expected.NOTHING;
	}

	private void open() {
		this.arguments = false;
		this.levels.open();
		this.atStart = true;
		if (this.expected != Expected.TABLE_OR_FUNCTION) {
			this.expected = Expected.NOTHING;
		}
	}

	private void close() {
		this.levels.close();
		this.expected = Expected.NOTHING;
		this.atStart = false;
	}

}
