// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers can do with sessions.
 */
class SessionTests extends AbstractGatewayTests {

	@Test
	void aNewSessionIsCreatedByTheEngine() {
		client().post()
			.uri("/api/v1/sessions")
			.body(Map.of("userId", "user_12345", "segment", "premium"))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectHeader()
			.location("/api/v1/sessions/s1")
			.expectBody()
			.json(SESSION);
		assertThat(neighbour.asked("/sessions").body()).contains("user_12345", "premium");
	}

	@Test
	void aSessionThatTheEngineDoesNotKnowIsNotFound() {
		client().get()
			.uri("/api/v1/sessions/unknown")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aSessionWithoutAUserIsRefused() {
		client().post()
			.uri("/api/v1/sessions")
			.body(Map.of("userId", " ", "segment", "premium"))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
