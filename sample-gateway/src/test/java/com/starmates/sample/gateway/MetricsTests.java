// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What Prometheus gets to see.
 */
class MetricsTests extends AbstractGatewayTests {

	/** Nobody else asks like this: a series keeps its exemplar for some seconds. */
	@Test
	void metricsPointAtTheTraceOfARequest() {
		CallersTrace trace = CallersTrace.begin();
		client().put().uri("/api/v1/sessions/s1").header("traceparent", trace.traceparent()).exchange();
		await().untilAsserted(() -> assertThat(metrics()).contains("trace_id=\"" + trace.id() + "\""));
	}

	private String metrics() {
		return stranger().get()
			.uri("/metrics")
			.accept(MediaType.valueOf("application/openmetrics-text"))
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
	}

}
