// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tracking id is the trace id, and every answer tells it.
 */
@ExtendWith(OutputCaptureExtension.class)
class TrackingHeaderTests extends AbstractEngineTests {

	@Test
	void anAnswerTellsTheTraceId() {
		CallersTrace trace = CallersTrace.begin();
		execute(trace, "Write a report").expectStatus()
			.isAccepted()
			.expectHeader()
			.valueEquals("X-Tracking-ID", trace.id());
	}

	@Test
	void aRefusalTellsTheTraceIdInHeaderBodyAndLog(CapturedOutput output) {
		CallersTrace trace = CallersTrace.begin();
		execute(trace, "Do the impossible").expectStatus()
			.isEqualTo(500)
			.expectHeader()
			.valueEquals("X-Tracking-ID", trace.id())
			.expectBody()
			.jsonPath("$.tracking_id")
			.isEqualTo(trace.id());
		List<JsonNode> lines = LogLines.ofTrace(output, trace.id());
		assertThat(lines).filteredOn((line) -> line.has("exception"))
			.singleElement()
			.satisfies((line) -> assertThat(line.at("/@level").asString()).isEqualTo("ERROR"));
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
		return Stream.of(Arguments.argumentSet("bad request", HttpMethod.POST, "/execute", json, 400),
				Arguments.argumentSet("no such execution", HttpMethod.GET, "/executions/unknown", json, 404),
				Arguments.argumentSet("no such session", HttpMethod.GET, "/sessions/unknown", json, 404),
				Arguments.argumentSet("no such path", HttpMethod.GET, "/unknown", json, 404),
				Arguments.argumentSet("method not allowed", HttpMethod.DELETE, "/execute", json, 405), Arguments
					.argumentSet("unsupported media type", HttpMethod.POST, "/execute", MediaType.TEXT_PLAIN, 415));
	}

}
