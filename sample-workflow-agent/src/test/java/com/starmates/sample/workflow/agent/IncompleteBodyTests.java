// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What a workflow lacks, or has too much of, is the caller's error.
 */
class IncompleteBodyTests extends AbstractAgentTests {

	private static final Map<String, Object> COMPLETE = Map.of("description", "Write a report", "type", "simple",
			"sessionId", "session_67890");

	@Test
	void aCompleteBodyIsTaken() {
		engineTakesWorkflows();
		send(CallersTrace.begin(), COMPLETE).expectStatus().isAccepted();
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void aWrongMemberIsTheCallersError(String member, @Nullable Object value) {
		CallersTrace trace = CallersTrace.begin();
		Map<String, @Nullable Object> body = new HashMap<>(COMPLETE);
		body.put(member, value);
		send(trace, body).expectStatus().isBadRequest().expectBody().jsonPath("$.tracking_id").isEqualTo(trace.id());
	}

	private RestTestClient.ResponseSpec send(CallersTrace trace, Map<String, ?> body) {
		return client().post()
			.uri("/generate-workflow")
			.header("traceparent", trace.traceparent())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

	static Stream<Arguments> wrong() {
		return Stream.of(Arguments.argumentSet("no description", "description", null),
				Arguments.argumentSet("blank description", "description", " "),
				Arguments.argumentSet("long description", "description", "d".repeat(2001)),
				Arguments.argumentSet("no type", "type", null), Arguments.argumentSet("blank type", "type", " "),
				Arguments.argumentSet("long type", "type", "t".repeat(256)),
				Arguments.argumentSet("long session", "sessionId", "s".repeat(256)));
	}

}
