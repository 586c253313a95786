// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges that Boot observes too: they adopt its span.
 */
@TestPropertySource(properties = "management.observations.enable.http.server.requests=true")
abstract class AbstractObservedExchangeTests extends AbstractExchangeTests {

	AbstractObservedExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "/api/v2/things/7, 200, /api/v2/things/{id}", "/callable, 200, /callable", "/status, 409, /status",
			"/throws, 500, /throws", "/filter-fails, 500, unmatched", "/secret/door, 401, unmatched",
			"/nowhere, 404, unmatched" })
	void adoptTheSpanAndRecordTheRestOnce(String path, int status, String endpoint) throws Exception {
		double requests = count("request.count", endpoint);
		double errors = count("request.errors", endpoint);
		HttpResponse<String> response = get(path);
		SpanData span = onlySpan();
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
		assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("org.springframework.boot");
		assertThat(attributes(span)).containsEntry("tracking.id", span.getTraceId());
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(span.getTraceId());
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET " + path + " - " + status);
		assertThat(onlyAccessLine().getMDCPropertyMap()).containsEntry("spanId", span.getSpanId());
		assertThat(count("request.count", endpoint) - requests).isEqualTo(1);
		assertThat(count("request.errors", endpoint) - errors).isEqualTo((status >= 400) ? 1 : 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/callable", "/contract/mono" })
	void theIdFollowsTheWork(String path) throws Exception {
		HttpResponse<String> response = get(path, "traceparent", sampledTraceparent());
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(this.callersTraceId);
		assertThat(onlySpan().getParentSpanId()).isEqualTo("b7ad6b7169203331");
	}

	@Test
	void theIdIsCurrentOnOtherThreads() throws Exception {
		assertThat(get("/callable").body()).isEqualTo(onlySpan().getTraceId());
	}

	@Test
	void areActiveNoLongerThanTheyLast() throws Exception {
		get("/text");
		get("/nowhere");
		spans(2);
		await().untilAsserted(() -> assertThat(this.meters.get("active.requests").gauges())
			.allSatisfy((gauge) -> assertThat(gauge.value()).isZero()));
	}

	@Test
	void unsampledOnesHaveTheHeaderToo() throws Exception {
		HttpResponse<String> response = get("/text", "traceparent", unsampledTraceparent());
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(this.callersTraceId);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /text - 200");
		assertThat(finishedSpans()).isEmpty();
	}

}
