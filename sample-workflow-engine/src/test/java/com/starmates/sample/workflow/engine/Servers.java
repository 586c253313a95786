// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.starmates.telemetry.test.NatsProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.test.context.DynamicPropertyRegistry;

/** A real nats-server and a real PostgreSQL, which end with the tests. */
final class Servers {

	private static final Servers SHARED = new Servers();

	private final NatsProcess nats = new NatsProcess();

	private final EmbeddedPostgres postgres;

	private Servers() {
		try {
			this.postgres = EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this.nats::close));
	}

	static void register(DynamicPropertyRegistry registry) {
		registry.add("NATS_URL", SHARED.nats::url);
		registry.add("POSTGRES_URL", () -> SHARED.postgres.getJdbcUrl("postgres", "postgres"));
	}

}
