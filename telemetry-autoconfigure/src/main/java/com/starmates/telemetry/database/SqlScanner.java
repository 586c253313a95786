// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

/**
 * Reads a statement once, from its start to its end: copies it without values and
 * comments, and hands its words to the {@link SqlGrammar}. Where databases disagree on
 * what is a value, it is taken for one; where they disagree on how a value ends, the rest
 * of the statement is left out.
 */
final class SqlScanner {

	/** Longer statements are read and shown this far. */
	static final int MAX_LENGTH = 8192;

	private static final String VALUE = "?";

	private static final String REST = "…";

	private final String sql;

	private final int end;

	private final boolean complete;

	private final SqlDialect dialect;

	private final SqlGrammar grammar = new SqlGrammar();

	private final StringBuilder text;

	private int position;

	private boolean space;

	private SqlScanner(String sql, SqlDialect dialect) {
		this.complete = sql.length() <= MAX_LENGTH;
		this.sql = this.complete ? sql : sql.substring(0, MAX_LENGTH);
		this.end = this.sql.length();
		this.dialect = dialect;
		this.text = new StringBuilder(Math.min(this.end, 1024));
	}

	static SqlStatement scan(String sql, SqlDialect dialect) {
		return new SqlScanner(sql, dialect).scan();
	}

	private SqlStatement scan() {
		while (this.position < this.end) {
			char next = at(this.position);
			if (next <= ' ' || isComment(next)) {
				this.space = true;
				skip(next);
			}
			else {
				token(next);
			}
		}
		if (!this.complete) {
			append(REST);
		}
		return this.grammar.end(this.text.toString());
	}

	private boolean isComment(char next) {
		char second = at(this.position + 1);
		return (next == '-' && second == '-') || (next == '/' && second == '*')
				|| (next == '#' && !this.dialect.isStandard());
	}

	private void skip(char next) {
		switch (next) {
			case '/' -> skipBlock();
			case '-' -> skipLine(this.dialect.isStandard() || at(this.position + 2) <= ' ');
			case '#' -> skipLine(this.dialect == SqlDialect.MYSQL);
			default -> this.position++;
		}
	}

	/** Some databases nest comments. */
	private void skipBlock() {
		int start = this.position;
		skipTo(this.sql.indexOf("*/", start + 2), 2);
		int nested = this.sql.indexOf("/*", start + 2);
		if (nested >= 0 && nested < this.position) {
			cut();
		}
	}

	/** To some databases, it is none: then where the next value begins is not certain. */
	private void skipLine(boolean certain) {
		skipTo(this.sql.indexOf('\n', this.position), 1);
		if (!certain) {
			cut();
		}
	}

	private void skipTo(int last, int length) {
		this.position = (last < 0) ? this.end : last + length;
	}

	private void token(char next) {
		if (next == '\'') {
			quotedValue('\'');
		}
		else if (next == '"' && !this.dialect.isStandard() && !this.grammar.expectsName()) {
			quotedValue('"');
		}
		else if (next == '"' || next == '`') {
			quotedName(next);
		}
		else if (next == '[' && isBracketedName()) {
			quotedName(']');
		}
		else if (next == '$' && isDollarQuoted()) {
			dollarQuoted();
		}
		else if (next >= '0' && next <= '9') {
			number();
		}
		else if (isNamePart(next)) {
			word();
		}
		else {
			this.position++;
			append(String.valueOf(next));
			this.grammar.symbol(next);
		}
	}

	/** A backslash may be part of the value, or keep a quote from ending it. */
	private void quotedValue(char quote) {
		int start = this.position;
		this.position = afterQuoted(start + 1, quote);
		value();
		if (hasBackslash(start)) {
			cut();
		}
	}

	private boolean hasBackslash(int start) {
		for (int i = start; i < this.position; i++) {
			if (at(i) == '\\') {
				return true;
			}
		}
		return false;
	}

	/** What is doubled does not end it. */
	private int afterQuoted(int start, char quote) {
		int last = this.sql.indexOf(quote, start);
		while (last >= 0 && at(last + 1) == quote) {
			last = this.sql.indexOf(quote, last + 2);
		}
		return (last < 0) ? this.end : last + 1;
	}

	private void quotedName(char closing) {
		int start = this.position;
		this.position = afterQuoted(start + 1, closing);
		int last = Math.min(this.position, this.end);
		if (this.grammar.expectsArguments()) {
			value();
			return;
		}
		append(this.sql.substring(start, last));
		this.grammar.quotedName(this.sql.substring(start + 1, Math.max(start + 1, last - 1)));
	}

	/** Elsewhere than in SQL Server, values of an array may be in brackets. */
	private boolean isBracketedName() {
		return this.dialect == SqlDialect.SQL_SERVER || (this.grammar.expectsName() && isPlainName(this.position + 1));
	}

	private boolean isPlainName(int start) {
		int last = start;
		while (isNamePart(at(last)) || at(last) == ' ') {
			last++;
		}
		return at(last) == ']' && !Character.isDigit(at(start));
	}

	private boolean isDollarQuoted() {
		int tag = this.position + 1;
		while (isNamePart(at(tag)) && at(tag) != '$') {
			tag++;
		}
		return at(tag) == '$' && !Character.isDigit(at(this.position + 1));
	}

	private void dollarQuoted() {
		int tag = this.sql.indexOf('$', this.position + 1) + 1;
		String closing = this.sql.substring(this.position, tag);
		int last = this.sql.indexOf(closing, tag);
		skipTo(last, closing.length());
		value();
		if (!this.dialect.isStandard()) {
			// to some databases, it is but a name
			cut();
		}
	}

	private void number() {
		while (isNamePart(at(this.position)) || at(this.position) == '.' || isSignOfExponent()) {
			this.position++;
		}
		value();
	}

	private boolean isSignOfExponent() {
		char sign = at(this.position);
		char before = at(this.position - 1);
		return (sign == '-' || sign == '+') && (before == 'e' || before == 'E')
				&& Character.isDigit(at(this.position + 1));
	}

	private void word() {
		int start = this.position;
		while (isNamePart(at(this.position))) {
			this.position++;
		}
		String word = this.sql.substring(start, this.position);
		if (at(this.position) == '\'') {
			prefixed(word);
			return;
		}
		if (this.grammar.expectsArguments() && word.charAt(0) != '@') {
			// SQL Server takes texts without quotes
			value();
			return;
		}
		boolean first = this.text.isEmpty();
		append(word);
		this.grammar.word(word);
		if (word.equalsIgnoreCase("identified") || (first && word.equalsIgnoreCase("pragma"))) {
			value();
			cut();
		}
	}

	/** Such as {@code N'text'}, {@code X'00'} and {@code q'[it's]'}. */
	private void prefixed(String prefix) {
		if (prefix.equalsIgnoreCase("q") || prefix.equalsIgnoreCase("nq")) {
			String closing = closing(at(this.position + 1)) + "'";
			skipTo(this.sql.indexOf(closing, this.position + 2), closing.length());
			value();
			return;
		}
		if (prefix.length() > 1) {
			append(prefix);
			this.grammar.word(prefix);
		}
		quotedValue('\'');
	}

	private static char closing(char opening) {
		return switch (opening) {
			case '[' -> ']';
			case '(' -> ')';
			case '{' -> '}';
			case '<' -> '>';
			default -> opening;
		};
	}

	private void value() {
		append(VALUE);
		this.grammar.value();
	}

	private void cut() {
		if (this.position < this.end) {
			append(" " + REST);
			this.position = this.end;
		}
	}

	private void append(String part) {
		if (this.space && !this.text.isEmpty()) {
			this.text.append(' ');
		}
		this.space = false;
		this.text.append(part);
	}

	private boolean isNamePart(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@' || c == ':' || Character.isSurrogate(c)
				|| (c == '#' && this.dialect.isStandard());
	}

	/** Nothing comes before the start and behind the end. */
	private char at(int index) {
		return (index >= 0 && index < this.end) ? this.sql.charAt(index) : 0;
	}

}
