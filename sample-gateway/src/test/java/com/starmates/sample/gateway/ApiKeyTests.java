// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who gets in.
 */
class ApiKeyTests extends AbstractGatewayTests {

	@Test
	void letsInWhoHasAKey() {
		client().get().uri("/api/v1/sessions/s1").exchange().expectStatus().isOk();
	}

	@Test
	void refusesWhoHasNoKey() {
		stranger().get().uri("/api/v1/sessions/s1").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void refusesAKeyThatIsNobodys() {
		stranger().get()
			.uri("/api/v1/sessions/s1")
			.header("X-API-Key", "wrong")
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void refusesWithBootsErrorBody() {
		stranger().get()
			.uri("/api/v1/sessions/s1")
			.exchange()
			.expectBody()
			.jsonPath("$.error")
			.isEqualTo("Unauthorized")
			.jsonPath("$.path")
			.isEqualTo("/api/v1/sessions/s1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/health", "/metrics", "/actuator/health", "/actuator/prometheus" })
	void tellsEverybodyHowItIs(String path) {
		stranger().get().uri(path).exchange().expectStatus().isOk();
	}

}
