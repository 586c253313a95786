// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.Map;

import org.assertj.core.api.ThrowingConsumer;
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

	@Test
	void metricsTellWhoUsesTheServiceAndHow() {
		client().post()
			.uri("/api/v1/sessions")
			.body(Map.of("userId", "user_12345", "segment", "premium"))
			.exchange()
			.expectStatus()
			.isCreated();
		stranger().get().uri("/api/v1/sessions/s1").header("X-API-Key", "stolen").exchange();
		await().untilAsserted(() -> assertThat(metrics().lines()).anySatisfy(series("onboarding_requests_total{"))
			.anySatisfy(series("onboarding_success_total{"))
			.anySatisfy(series("onboarding_completions_total{"))
			.anySatisfy(series("onboarding_step_duration_seconds_count{", "step=\"session\""))
			.anySatisfy(series("api_key_usage_total{", "client_name=\"demo\"", "endpoint=\"/api/v1/sessions\"",
					"success=\"true\"", "api_key_id=\"key_"))
			.anySatisfy(series("api_key_usage_total{", "client_name=\"none\"", "endpoint=\"unmatched\"",
					"success=\"false\"", "api_key_id=\"unknown\""))
			.anySatisfy(series("endpoint_usage_total{", "endpoint=\"/api/v1/sessions\"", "api_version=\"v1\"",
					"user_segment=\"premium\""))
			.anySatisfy(series("user_activity_total{", "activity_type=\"begin_session\"", "user_id=\"user_12345\"",
					"session_id=\"s1\""))
			.noneSatisfy(series("demo-key")));
	}

	private static ThrowingConsumer<String> series(String... parts) {
		return (line) -> assertThat(line).contains(parts).doesNotEndWith(" 0.0");
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
