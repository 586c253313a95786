// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.Map;

/**
 * What OpenTelemetry's conventions call a database, and how its SQL is read.
 *
 * @param name value of {@code db.system.name}
 * @param dialect how its SQL is read
 */
record DatabaseSystem(String name, SqlDialect dialect) {

	private static final DatabaseSystem UNKNOWN = new DatabaseSystem("other_sql", SqlDialect.OTHER);

	private static final Map<String, DatabaseSystem> BY_PROTOCOL = Map.ofEntries(
			Map.entry("postgresql", new DatabaseSystem("postgresql", SqlDialect.STANDARD)),
			Map.entry("h2", new DatabaseSystem("h2database", SqlDialect.STANDARD)),
			Map.entry("hsqldb", new DatabaseSystem("hsqldb", SqlDialect.STANDARD)),
			Map.entry("derby", new DatabaseSystem("derby", SqlDialect.STANDARD)),
			Map.entry("oracle", new DatabaseSystem("oracle.db", SqlDialect.STANDARD)),
			Map.entry("db2", new DatabaseSystem("ibm.db2", SqlDialect.STANDARD)),
			Map.entry("sap", new DatabaseSystem("sap.hana", SqlDialect.STANDARD)),
			Map.entry("trino", new DatabaseSystem("trino", SqlDialect.STANDARD)),
			Map.entry("sqlserver", new DatabaseSystem("microsoft.sql_server", SqlDialect.SQL_SERVER)),
			Map.entry("jtds", new DatabaseSystem("microsoft.sql_server", SqlDialect.SQL_SERVER)),
			Map.entry("mysql", new DatabaseSystem("mysql", SqlDialect.MYSQL)),
			Map.entry("mariadb", new DatabaseSystem("mariadb", SqlDialect.MYSQL)),
			Map.entry("sqlite", new DatabaseSystem("sqlite", SqlDialect.OTHER)),
			Map.entry("clickhouse", new DatabaseSystem("clickhouse", SqlDialect.OTHER)));

	/** Return the system of a protocol, the word behind {@code jdbc:}. */
	static DatabaseSystem of(String protocol) {
		return BY_PROTOCOL.getOrDefault(protocol, UNKNOWN);
	}

}
