// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Log lines say whose session they are about.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionLogTests extends AbstractGatewayTests {

	@Test
	void everyLineOfASessionSaysWhoseItIs(CapturedOutput output) {
		CallersTrace trace = CallersTrace.begin();
		client().post()
			.uri("/api/v1/workflows")
			.header("traceparent", trace.traceparent())
			.body(Map.of("description", "Write a report", "type", "simple", "sessionId", "s1"))
			.exchange();
		assertThat(lines(output, trace, "POST /api/v1/workflows - 202")).hasSizeGreaterThan(1).allSatisfy((line) -> {
			assertThat(line.at("/session/id").asString()).isEqualTo("s1");
			assertThat(line.at("/user/id").asString()).isEqualTo("user_12345");
			assertThat(line.at("/user/segment").asString()).isEqualTo("premium");
		});
	}

	@Test
	void theNextRequestOfTheThreadIsNobodys(CapturedOutput output) {
		for (int i = 0; i < 20; i++) {
			client().get().uri("/api/v1/sessions/s1").exchange().expectStatus().isOk();
		}
		CallersTrace trace = CallersTrace.begin();
		for (int i = 0; i < 20; i++) {
			client().get().uri("/unknown").header("traceparent", trace.traceparent()).exchange();
		}
		assertThat(lines(output, trace, "GET /unknown - 404")).isNotEmpty()
			.noneMatch((line) -> line.has("user") || line.has("session"));
	}

	private List<JsonNode> lines(CapturedOutput output, CallersTrace trace, String last) {
		await().until(() -> LogLines.ofTrace(output, trace.id())
			.stream()
			.anyMatch((line) -> line.path("@message").asString().equals(last)));
		return LogLines.ofTrace(output, trace.id());
	}

}
