// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.starmates.telemetry.proxy.InterfaceProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection whose statements are watched.
 */
final class WatchedConnection extends InterfaceProxy {

	private static final Logger logger = LoggerFactory.getLogger(WatchedConnection.class);

	private final Connection connection;

	private final DatabaseQueries queries;

	private @Nullable Database database;

	WatchedConnection(Connection connection, DatabaseQueries queries) {
		super(connection);
		this.connection = connection;
		this.queries = queries;
	}

	@Override
	protected @Nullable Object watch(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		Object result = call(method, arguments);
		return switch (method.getName()) {
			case "createStatement", "prepareStatement", "prepareCall" -> (result instanceof Statement statement)
					? watched(proxy, statement, WatchedStatement.sql(arguments)) : result;
			default -> result;
		};
	}

	private Object watched(Object proxy, Statement statement, @Nullable String sql) {
		try {
			return InterfaceProxy.create(Statement.class, new WatchedStatement(statement, proxy, this, sql));
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A statement cannot be watched", ex);
			return statement;
		}
	}

	DatabaseQueries queries() {
		return this.queries;
	}

	/** Asked for late: a lazy connection is only then there. */
	Database database() {
		Database known = this.database;
		if (known == null) {
			known = this.queries.database(url());
			this.database = known;
		}
		return known;
	}

	private @Nullable String url() {
		try {
			return this.connection.getMetaData().getURL();
		}
		catch (SQLException | RuntimeException ex) {
			return null;
		}
	}

}
