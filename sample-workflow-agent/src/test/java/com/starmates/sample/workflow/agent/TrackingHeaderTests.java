// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The tracking id is the trace id, and every answer tells it.
 */
class TrackingHeaderTests extends AbstractAgentTests {

	@Test
	void anAnswerTellsTheTraceId() {
		engineTakesWorkflows();
		CallersTrace trace = CallersTrace.begin();
		generate(trace).expectStatus().isAccepted().expectHeader().valueEquals("X-Tracking-ID", trace.id());
	}

	@Test
	void anErrorOfTheEngineTellsTheTraceIdInHeaderAndBody() {
		engineFails();
		CallersTrace trace = CallersTrace.begin();
		generate(trace).expectStatus()
			.isEqualTo(500)
			.expectHeader()
			.valueEquals("X-Tracking-ID", trace.id())
			.expectBody()
			.jsonPath("$.tracking_id")
			.isEqualTo(trace.id());
	}

	@ParameterizedTest
	@MethodSource("errors")
	void anErrorTellsTheTraceIdInHeaderAndBody(HttpMethod method, String path, MediaType contentType, int status) {
		CallersTrace trace = CallersTrace.begin();
		client().method(method)
			.uri(path)
			.header("traceparent", trace.traceparent())
			.contentType(contentType)
			.body("{")
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.valueEquals("X-Tracking-ID", trace.id())
			.expectBody()
			.jsonPath("$.tracking_id")
			.isEqualTo(trace.id());
	}

	static Stream<Arguments> errors() {
		MediaType json = MediaType.APPLICATION_JSON;
		return Stream.of(Arguments.argumentSet("bad request", HttpMethod.POST, "/generate-workflow", json, 400),
				Arguments.argumentSet("no such path", HttpMethod.GET, "/unknown", json, 404),
				Arguments.argumentSet("method not allowed", HttpMethod.DELETE, "/generate-workflow", json, 405),
				Arguments.argumentSet("unsupported media type", HttpMethod.POST, "/generate-workflow",
						MediaType.TEXT_PLAIN, 415));
	}

}
