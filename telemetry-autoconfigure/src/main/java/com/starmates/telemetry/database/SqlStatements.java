// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Statements that were read lately, by their text: each is read once. For any number of
 * threads. What is used stays; what is not makes room, half of all at a time.
 */
final class SqlStatements {

	private static final int MAX_STATEMENTS = 500;

	private static final int MAX_CHARACTERS = 500_000;

	private final SqlDialect dialect;

	private final AtomicInteger characters = new AtomicInteger();

	private volatile ConcurrentMap<String, SqlStatement> young = new ConcurrentHashMap<>();

	private volatile ConcurrentMap<String, SqlStatement> old = new ConcurrentHashMap<>();

	SqlStatements(SqlDialect dialect) {
		this.dialect = dialect;
	}

	SqlStatement get(String sql) {
		SqlStatement known = this.young.get(sql);
		return (known != null) ? known : keep(sql, this.old.get(sql));
	}

	/** Statements that are longer than what is read of them are not kept. */
	private SqlStatement keep(String sql, @Nullable SqlStatement known) {
		SqlStatement statement = (known != null) ? known : SqlScanner.scan(sql, this.dialect);
		if (sql.length() <= SqlScanner.MAX_LENGTH && this.young.putIfAbsent(sql, statement) == null) {
			int kept = this.characters.addAndGet(sql.length());
			if (kept > MAX_CHARACTERS || this.young.size() > MAX_STATEMENTS) {
				age();
			}
		}
		return statement;
	}

	private synchronized void age() {
		if (this.characters.get() > MAX_CHARACTERS || this.young.size() > MAX_STATEMENTS) {
			this.old = this.young;
			this.young = new ConcurrentHashMap<>();
			this.characters.set(0);
		}
	}

	/** Return how many statements are kept. */
	int size() {
		return this.young.size() + this.old.size();
	}

}
