// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of the queries of a service.
 *
 * @since 1.0.0
 */
public final class DatabaseQueries {

	/** More are known to be the work of a test. */
	private static final int MAX_DATABASES = 100;

	private final @Nullable QuerySpans spans;

	private final @Nullable QueryMeters meters;

	private final Map<SqlDialect, SqlStatements> statements = Arrays.stream(SqlDialect.values())
		.collect(Collectors.toUnmodifiableMap(Function.identity(), SqlStatements::new));

	private final Map<String, Database> databases = new ConcurrentHashMap<>();

	/**
	 * Create queries.
	 * @param spans starts their spans, or {@code null} for none
	 * @param meters counts and times them, or {@code null} for nothing
	 */
	public DatabaseQueries(@Nullable QuerySpans spans, @Nullable QueryMeters meters) {
		this.spans = spans;
		this.meters = meters;
	}

	Database database(@Nullable String url) {
		Database known = (url != null) ? this.databases.get(url) : Database.UNKNOWN;
		return (known != null) ? known : keep(url, DatabaseUrl.read(url));
	}

	private Database keep(@Nullable String url, Database database) {
		if (url != null && this.databases.size() < MAX_DATABASES) {
			this.databases.put(url, database);
		}
		return database;
	}

	SqlStatement statement(@Nullable String sql, Database database) {
		SqlStatements known = this.statements.get(database.system().dialect());
		return (sql != null && known != null) ? known.get(sql) : SqlStatement.UNKNOWN;
	}

	Query start(Database database, SqlStatement statement, int batchSize) {
		Context parent = Context.current();
		Span span = (this.spans != null) ? this.spans.start(parent, database, statement, batchSize) : null;
		return new Query(this.meters, statement, span, (span != null) ? parent.with(span).makeCurrent() : null);
	}

}
