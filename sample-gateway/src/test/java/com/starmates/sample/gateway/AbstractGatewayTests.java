// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The gateway on a port of its own, between callers over real HTTP and neighbours that
 * are played.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class AbstractGatewayTests {

	static final Neighbour neighbour = new Neighbour();

	static final String SESSION = """
			{"id": "s1", "userId": "user_12345", "segment": "premium", "createdAt": "2026-01-31T10:30:45.123Z"}
			""";

	@LocalServerPort
	private int port;

	static {
		neighbour.answers("/sessions", 201, SESSION);
		neighbour.answers("/sessions/s1", 200, SESSION);
		neighbour.answers("/generate-workflow", 202, """
				{"id": "w1", "status": "queued", "steps": ["Think", "Write"]}
				""");
		neighbour.answers("/executions/broken", 500, "{}");
	}

	@DynamicPropertySource
	static void neighbours(DynamicPropertyRegistry registry) {
		registry.add("spring.http.serviceclient.agent.base-url", neighbour::url);
		registry.add("spring.http.serviceclient.engine.base-url", neighbour::url);
	}

	RestTestClient stranger() {
		return RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	RestTestClient client() {
		return stranger().mutate().defaultHeader("X-API-Key", "demo-key").build();
	}

}
