// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import com.starmates.telemetry.test.NatsProcess;
import com.starmates.telemetry.test.RequiresNats;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same with jobs on JetStream and rows in PostgreSQL.
 */
@RequiresNats
class StoredTrackingIT extends TrackingIT {

	private final NatsProcess nats = new NatsProcess();

	private final EmbeddedPostgres postgres = EmbeddedPostgres.start();

	StoredTrackingIT() throws IOException {
	}

	@Override
	Stage startServices() throws Exception {
		return Stage.exporting(Map.of("SPRING_PROFILES_ACTIVE", "nats,postgres", "NATS_URL", this.nats.url(),
				"POSTGRES_URL", this.postgres.getJdbcUrl("postgres", "postgres")));
	}

	@Test
	void sendsTheJobOverNatsAndKeepsTheRowInPostgres() throws Exception {
		String id = sendToGateway(Story.WORKFLOW.call()).trackingId();
		Trace trace = stage().receiver().awaitTrace(id, StoredTrackingIT::isConsumed, LIMIT);
		assertThat(trace.spans()).extracting((span) -> span.attributes().get("messaging.system"))
			.filteredOn(Objects::nonNull)
			.hasSizeGreaterThan(1)
			.containsOnly("nats");
		assertThat(trace.spans()).extracting((span) -> span.attributes().get("db.system.name"))
			.filteredOn(Objects::nonNull)
			.isNotEmpty()
			.containsOnly("postgresql");
	}

	private static boolean isConsumed(Trace trace) {
		return trace.isWhole() && trace.spans().stream().anyMatch((span) -> span.kind().equals("CONSUMER"));
	}

	@AfterAll
	@Override
	void tearDown() throws IOException {
		try (this.nats; this.postgres) {
			super.tearDown();
		}
	}

}
