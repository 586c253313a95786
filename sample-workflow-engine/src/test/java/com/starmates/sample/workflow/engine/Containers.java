// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A nats-server with JetStream and a PostgreSQL in containers. */
@TestConfiguration(proxyBeanMethods = false)
class Containers {

	private static final int NATS_PORT = 4222;

	@Bean
	@ServiceConnection
	PostgreSQLContainer postgres() {
		return new PostgreSQLContainer("postgres:17-alpine");
	}

	@Bean
	GenericContainer<?> nats() {
		return new GenericContainer<>("nats:2.12.1-alpine").withCommand("-js").withExposedPorts(NATS_PORT);
	}

	@Bean
	DynamicPropertyRegistrar natsUrl(GenericContainer<?> nats) {
		return (registry) -> registry.add("NATS_URL",
				() -> "nats://" + nats.getHost() + ":" + nats.getMappedPort(NATS_PORT));
	}

}
