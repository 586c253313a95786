// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers can do with workflows.
 */
class WorkflowTests extends AbstractGatewayTests {

	@Test
	void aWorkflowIsAcceptedWithItsSteps() {
		client().post()
			.uri("/api/v1/workflows")
			.body(Map.of("description", "Write a report", "type", "ai-assisted"))
			.exchange()
			.expectStatus()
			.isAccepted()
			.expectBody()
			.json("""
					{"id": "w1", "status": "queued", "steps": ["Think", "Write"]}
					""");
		assertThat(neighbour.asked("/generate-workflow").body()).contains("Write a report", "ai-assisted");
	}

	@Test
	void aWorkflowTellsTheTrackingIdOfItsRow() {
		neighbour.answers("/executions/w1", 200, """
				{"id": "w1", "description": "Write a report", "type": "complex", "sessionId": null,
				"status": "completed", "steps": ["Think"], "createdAt": "2026-01-31T10:30:45.123Z",
				"trackingId": "4bf92f3577b34da6a3ce929d0e0e4736"}
				""");
		client().get()
			.uri("/api/v1/workflows/w1")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo("completed")
			.jsonPath("$.type")
			.isEqualTo("complex")
			.jsonPath("$.trackingId")
			.isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@ParameterizedTest
	@ValueSource(strings = { """
			{"description": " ", "type": "simple"}
			""", """
			{"description": "Write a report", "type": "difficult"}
			""", """
			{"description": "Write a report"}
			""", "{" })
	void aWorkflowThatNobodyUnderstandsIsRefused(String json) {
		client().post()
			.uri("/api/v1/workflows")
			.contentType(MediaType.APPLICATION_JSON)
			.body(json)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

}
