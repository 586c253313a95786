// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.io.IOException;

import io.opentelemetry.api.common.Attributes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What is recorded of queries on PostgreSQL.
 */
class PostgresQueryTests extends AbstractQueryTests {

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.start();
	}

	@AfterAll
	static void stop() throws IOException {
		postgres.close();
	}

	@Override
	String url() {
		return postgres.getJdbcUrl("postgres", "postgres");
	}

	@Override
	Attributes database() {
		return Attributes.builder()
			.put("db.system.name", "postgresql")
			.put("db.namespace", "postgres")
			.put("server.address", "localhost")
			.put("server.port", postgres.getPort())
			.build();
	}

	@Override
	String createProcedure() {
		return "create or replace function archive(days int) returns int as $$ select days $$ language sql";
	}

}
