// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The agent on a port of its own, which its model's stub needs to know beforehand, and an
 * engine that is played.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
abstract class AbstractAgentTests {

	static final Neighbour engine = new Neighbour();

	private static final int PORT = TestSocketUtils.findAvailableTcpPort();

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		registry.add("server.port", () -> PORT);
		registry.add("spring.http.serviceclient.engine.base-url", engine::url);
	}

	RestTestClient client() {
		return RestTestClient.bindToServer().baseUrl("http://localhost:" + PORT).build();
	}

	RestTestClient.ResponseSpec generate(CallersTrace trace) {
		return client().post()
			.uri("/generate-workflow")
			.header("traceparent", trace.traceparent())
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"description": "Write a {short} report", "type": "ai-assisted", "sessionId": null}
					""")
			.exchange();
	}

	String metrics() {
		return client().get().uri("/metrics").exchange().returnResult(String.class).getResponseBody();
	}

	static void engineTakesWorkflows() {
		engine.answers("/execute", 202, """
				{"id": "w1", "status": "queued"}
				""");
	}

	static void engineFails() {
		engine.answers("/execute", 500, "{}");
	}

}
