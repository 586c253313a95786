// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.sql.Connection;
import java.util.function.Supplier;

import com.starmates.telemetry.proxy.InterfaceProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches connections for the queries that are sent over them.
 *
 * @since 1.0.0
 */
public final class QueryConnections {

	private static final Logger logger = LoggerFactory.getLogger(QueryConnections.class);

	private final Supplier<@Nullable DatabaseQueries> source;

	private volatile @Nullable DatabaseQueries queries;

	/**
	 * Create what watches connections.
	 * @param source where queries are recorded; asked for when the first connection
	 * comes, and again as long as there is none
	 */
	public QueryConnections(Supplier<@Nullable DatabaseQueries> source) {
		this.source = source;
	}

	/**
	 * Return a connection whose queries are recorded.
	 * @param connection any connection
	 * @return what stands for it and has its interfaces; the connection itself where that
	 * is not possible
	 */
	public Connection watch(Connection connection) {
		try {
			DatabaseQueries known = known();
			return (known != null) ? InterfaceProxy.create(Connection.class, new WatchedConnection(connection, known))
					: connection;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A connection cannot be watched", ex);
			return connection;
		}
	}

	private @Nullable DatabaseQueries known() {
		DatabaseQueries known = this.queries;
		if (known == null) {
			known = this.source.get();
			this.queries = known;
		}
		return known;
	}

}
