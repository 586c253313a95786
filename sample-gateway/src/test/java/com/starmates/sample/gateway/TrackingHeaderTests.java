// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

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
class TrackingHeaderTests extends AbstractGatewayTests {

	private static final String USER = """
			{"userId": "user_12345", "segment": "premium"}
			""";

	@Test
	void anAnswerTellsTheTraceId() {
		CallersTrace trace = CallersTrace.begin();
		client().post()
			.uri("/api/v1/sessions")
			.header("traceparent", trace.traceparent())
			.contentType(MediaType.APPLICATION_JSON)
			.body(USER)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("X-Tracking-ID", trace.id());
	}

	@Test
	void aRefusalTellsTheTraceId() {
		CallersTrace trace = CallersTrace.begin();
		stranger().get()
			.uri("/api/v1/sessions/s1")
			.header("traceparent", trace.traceparent())
			.exchange()
			.expectStatus()
			.isUnauthorized()
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
		return Stream.of(Arguments.argumentSet("bad request", HttpMethod.POST, "/api/v1/sessions", json, 400),
				Arguments.argumentSet("no such session", HttpMethod.GET, "/api/v1/sessions/unknown", json, 404),
				Arguments.argumentSet("no such path", HttpMethod.GET, "/unknown", json, 404),
				Arguments.argumentSet("method not allowed", HttpMethod.DELETE, "/api/v1/sessions", json, 405),
				Arguments.argumentSet("unsupported media type", HttpMethod.POST, "/api/v1/sessions",
						MediaType.TEXT_PLAIN, 415),
				Arguments.argumentSet("error of a neighbour", HttpMethod.GET, "/api/v1/workflows/broken", json, 500));
	}

}
