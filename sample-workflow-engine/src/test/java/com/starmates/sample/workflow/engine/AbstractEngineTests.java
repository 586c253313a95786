// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The engine on a port of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class AbstractEngineTests {

	@LocalServerPort
	private int port;

	RestTestClient client() {
		return RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	RestTestClient.ResponseSpec execute(CallersTrace trace, String description) {
		return client().post()
			.uri("/execute")
			.header("traceparent", trace.traceparent())
			.body(Map.of("description", description, "type", "complex", "steps", List.of("Think", "Write")))
			.exchange();
	}

	String executed(CallersTrace trace, String description) {
		return execute(trace, description).returnResult(ExecutionController.Accepted.class).getResponseBody().id();
	}

	ExecutionController.ExecutionView execution(String id) {
		return client().get()
			.uri("/executions/" + id)
			.exchange()
			.returnResult(ExecutionController.ExecutionView.class)
			.getResponseBody();
	}

}
