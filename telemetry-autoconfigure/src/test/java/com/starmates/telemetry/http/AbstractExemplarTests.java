// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exemplars of a scrape. Each test asks for a route of its own: a sample keeps its
 * exemplar for some seconds.
 */
@TestPropertySource(properties = "telemetry.project=exemplars")
abstract class AbstractExemplarTests extends AbstractExchangeTests {

	AbstractExemplarTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void countAndBucketShowTheServerSpan() throws Exception {
		get("/api/v2/things/7");
		SpanData span = onlySpan();
		String labels = "endpoint=\"/api/v2/things/{id}\"";
		assertThat(samples("request_count_total", labels)).singleElement()
			.asString()
			.contains("api_version=\"v2\"", "status_code=\"200\"")
			.contains(exemplar(span));
		assertThat(samples("request_duration_seconds_bucket", labels)).filteredOn((sample) -> sample.contains(" # "))
			.singleElement()
			.asString()
			.contains(exemplar(span));
		assertThat(samples("request_errors_total", labels)).isEmpty();
	}

	@Test
	void errorsShowTheServerSpanToo() throws Exception {
		get("/throws");
		SpanData span = onlySpan();
		for (String meter : List.of("request_count_total", "request_errors_total")) {
			assertThat(samples(meter, "endpoint=\"/throws\"")).singleElement()
				.asString()
				.contains("status_code=\"500\"")
				.contains(exemplar(span));
		}
	}

	@Test
	void ofWorkOnOtherThreadsShowTheServerSpan() throws Exception {
		get("/callable");
		SpanData span = onlySpan();
		assertThat(samples("request_count_total", "endpoint=\"/callable\"")).singleElement()
			.asString()
			.contains(exemplar(span));
	}

	@Test
	void unsampledRequestsHaveNone() throws Exception {
		get("/status", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
		onlyAccessLine();
		assertThat(samples("request_count_total", "endpoint=\"/status\"")).hasSize(1);
		assertThat(samples("request_", "endpoint=\"/status\"")).hasSizeGreaterThan(10)
			.noneMatch((sample) -> sample.contains(" # "));
	}

	private List<String> samples(String name, String labels) throws Exception {
		return scrape().lines().filter((line) -> line.startsWith(name) && line.contains(labels)).toList();
	}

	private String scrape() throws Exception {
		return get("/actuator/prometheus", "Accept", "application/openmetrics-text; version=1.0.0").body();
	}

	private static String exemplar(SpanData span) {
		return " # {span_id=\"" + span.getSpanId() + "\",trace_id=\"" + span.getTraceId() + "\"} ";
	}

}
