// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Neighbours learn which trace a call belongs to.
 */
class PropagationTests extends AbstractGatewayTests {

	@Test
	void everyNeighbourIsToldTheTraceOfTheCaller() {
		CallersTrace trace = CallersTrace.begin();
		client().post()
			.uri("/api/v1/workflows")
			.header("traceparent", trace.traceparent())
			.body(Map.of("description", "Write a report", "type", "simple", "sessionId", "s1"))
			.exchange()
			.expectStatus()
			.isAccepted();
		assertIsInside(trace, neighbour.asked("/sessions/s1").traceparent());
		assertIsInside(trace, neighbour.asked("/generate-workflow").traceparent());
	}

	private void assertIsInside(CallersTrace trace, String traceparent) {
		assertThat(traceparent).startsWith("00-" + trace.id() + "-").endsWith("-01").doesNotContain(trace.spanId());
	}

}
