// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
 * What a body lacks, or has too much of, is the caller's error.
 */
class IncompleteBodyTests extends AbstractEngineTests {

	private static final Map<String, Object> WORKFLOW = Map.of("description", "Write a report", "type", "simple",
			"steps", List.of("one"));

	private static final Map<String, Object> SESSION = Map.of("userId", "user_12345", "segment", "premium");

	@Test
	void aCompleteBodyIsTaken() {
		send(CallersTrace.begin(), "/execute", WORKFLOW).expectStatus().isAccepted();
		send(CallersTrace.begin(), "/sessions", SESSION).expectStatus().isCreated();
	}

	@ParameterizedTest
	@MethodSource("wrongWorkflows")
	void aWrongMemberOfAWorkflowIsTheCallersError(String member, @Nullable Object value) {
		refuses("/execute", WORKFLOW, member, value);
	}

	@ParameterizedTest
	@MethodSource("wrongSessions")
	void aWrongMemberOfASessionIsTheCallersError(String member, @Nullable Object value) {
		refuses("/sessions", SESSION, member, value);
	}

	private void refuses(String path, Map<String, Object> complete, String member, @Nullable Object value) {
		CallersTrace trace = CallersTrace.begin();
		Map<String, @Nullable Object> body = new HashMap<>(complete);
		body.put(member, value);
		send(trace, path, body).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.tracking_id")
			.isEqualTo(trace.id());
	}

	private RestTestClient.ResponseSpec send(CallersTrace trace, String path, Map<String, ?> body) {
		return client().post()
			.uri(path)
			.header("traceparent", trace.traceparent())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange();
	}

	static Stream<Arguments> wrongWorkflows() {
		return Stream.of(Arguments.argumentSet("no description", "description", null),
				Arguments.argumentSet("blank description", "description", " "),
				Arguments.argumentSet("long description", "description", "d".repeat(2001)),
				Arguments.argumentSet("no type", "type", null), Arguments.argumentSet("blank type", "type", " "),
				Arguments.argumentSet("long type", "type", "t".repeat(256)),
				Arguments.argumentSet("long session", "sessionId", "s".repeat(256)),
				Arguments.argumentSet("no steps", "steps", null),
				Arguments.argumentSet("no step", "steps", Collections.singletonList(null)),
				Arguments.argumentSet("blank step", "steps", List.of("one", " ")),
				Arguments.argumentSet("long step", "steps", List.of("s".repeat(2001))));
	}

	static Stream<Arguments> wrongSessions() {
		return Stream.of(Arguments.argumentSet("no user", "userId", null),
				Arguments.argumentSet("blank user", "userId", " "),
				Arguments.argumentSet("long user", "userId", "u".repeat(256)),
				Arguments.argumentSet("no segment", "segment", null),
				Arguments.argumentSet("blank segment", "segment", " "),
				Arguments.argumentSet("long segment", "segment", "s".repeat(256)));
	}

}
