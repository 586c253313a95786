// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.lang.reflect.Method;
import java.sql.Statement;

import com.starmates.telemetry.proxy.InterfaceProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A statement whose executions are recorded. Of a data source inside another, only the
 * outer one's are. Parameters are not looked at.
 */
final class WatchedStatement extends InterfaceProxy {

	private static final Logger logger = LoggerFactory.getLogger(WatchedStatement.class);

	private static final ThreadLocal<boolean[]> EXECUTING = ThreadLocal.withInitial(() -> new boolean[1]);

	private final Object connection;

	private final WatchedConnection watched;

	/** What was prepared, or {@code null}. */
	private final @Nullable String sql;

	private @Nullable SqlStatement prepared;

	private @Nullable String firstOfBatch;

	private int batchSize;

	WatchedStatement(Statement statement, Object connection, WatchedConnection watched, @Nullable String sql) {
		super(statement);
		this.connection = connection;
		this.watched = watched;
		this.sql = sql;
	}

	@Override
	protected @Nullable Object watch(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		return switch (method.getName()) {
			case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
				execute(method, arguments, (this.sql != null) ? this.sql : sql(arguments), 1);
			case "executeBatch", "executeLargeBatch" -> executeBatch(method, arguments);
			case "addBatch" -> addBatch(method, arguments);
			case "clearBatch" -> clearBatch(method, arguments);
			case "getConnection" -> this.connection;
			default -> call(method, arguments);
		};
	}

	/** The statement that a method is given, if it is given one. */
	static @Nullable String sql(Object @Nullable [] arguments) {
		return (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) ? text : null;
	}

	private @Nullable Object addBatch(Method method, Object @Nullable [] arguments) throws Throwable {
		Object result = call(method, arguments);
		if (this.batchSize++ == 0) {
			this.firstOfBatch = (this.sql != null) ? this.sql : sql(arguments);
		}
		return result;
	}

	private @Nullable Object clearBatch(Method method, Object @Nullable [] arguments) throws Throwable {
		this.batchSize = 0;
		return call(method, arguments);
	}

	private @Nullable Object executeBatch(Method method, Object @Nullable [] arguments) throws Throwable {
		int size = this.batchSize;
		this.batchSize = 0;
		return (size > 0) ? execute(method, arguments, this.firstOfBatch, size) : call(method, arguments);
	}

	private @Nullable Object execute(Method method, Object @Nullable [] arguments, @Nullable String text, int size)
			throws Throwable {
		boolean[] executing = EXECUTING.get();
		if (executing[0]) {
			return call(method, arguments);
		}
		executing[0] = true;
		try {
			return record(method, arguments, start(text, size));
		}
		finally {
			executing[0] = false;
		}
	}

	private @Nullable Object record(Method method, Object @Nullable [] arguments, @Nullable Query query)
			throws Throwable {
		Throwable error = null;
		try {
			return call(method, arguments);
		}
		catch (Throwable ex) {
			error = ex;
			throw ex;
		}
		finally {
			if (query != null) {
				query.end(error);
			}
		}
	}

	private @Nullable Query start(@Nullable String text, int size) {
		try {
			Database database = this.watched.database();
			return this.watched.queries().start(database, statement(text, database), size);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A query cannot be recorded", ex);
			return null;
		}
	}

	private SqlStatement statement(@Nullable String text, Database database) {
		if (this.sql == null) {
			return this.watched.queries().statement(text, database);
		}
		SqlStatement known = this.prepared;
		if (known == null) {
			known = this.watched.queries().statement(this.sql, database);
			this.prepared = known;
		}
		return known;
	}

}
