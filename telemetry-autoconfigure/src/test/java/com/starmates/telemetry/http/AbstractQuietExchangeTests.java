// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What requests to excluded paths leave behind: a header.
 */
@Import(QuietEndpoints.class)
@TestPropertySource(properties = "management.observations.enable.spring.security=true")
abstract class AbstractQuietExchangeTests extends AbstractExchangeTests {

	@Autowired
	private InMemorySpanExporter exported;

	AbstractQuietExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/quiet/busy?port=", "/quiet/missing?port=", "/actuator/health?port=" })
	void haveNoSpansWhateverTheyDo(String path) throws Exception {
		HttpResponse<String> quiet = get(path + this.port);
		assertThat(quiet.headers().allValues("X-Tracking-ID")).singleElement().asString().matches("[0-9a-f]{32}");
		String loud = get("/busy?port=" + this.port).headers().firstValue("X-Tracking-ID").orElseThrow();
		awaitServerSpan();
		assertThat(this.exported.getFinishedSpanItems()).extracting(SpanData::getTraceId).containsOnly(loud);
		assertThat(this.exported.getFinishedSpanItems()).extracting(SpanData::getName)
			.contains("raw", "test.observed", "GET /quiet/path", "SELECT tables")
			.anyMatch((name) -> name.startsWith("security filterchain"));
	}

	@Test
	void haveTheCallersIdAndPassItOnUnsampled() throws Exception {
		HttpResponse<String> response = get("/quiet/busy?port=" + this.port, "traceparent", sampledTraceparent());
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(this.callersTraceId);
		assertThat(response.body()).isEqualTo(this.callersTraceId);
		get("/busy?port=" + this.port);
		awaitServerSpan();
		assertThat(this.exported.getFinishedSpanItems()).extracting(SpanData::getTraceId)
			.doesNotContain(this.callersTraceId);
	}

	@Test
	void haveNeitherMetersNorAccessLines() throws Exception {
		get("/quiet/busy?port=" + this.port);
		get("/quiet/missing");
		get("/text");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /text - 200");
		awaitServerSpan();
		assertThat(this.meters.find("request.count").counters())
			.noneMatch((counter) -> counter.getId().getTag("endpoint").startsWith("/quiet"));
		assertThat(this.meters.find("active.requests").gauges())
			.noneMatch((gauge) -> gauge.getId().getTag("endpoint").startsWith("/quiet"));
		assertThat(active("unresolved")).isZero();
		assertThat(this.meters.find("http.server.requests").timers())
			.noneMatch((timer) -> timer.getId().getTag("uri").startsWith("/quiet"));
	}

	/** The last of its trace: what this test leaves behind must not reach the next. */
	private void awaitServerSpan() {
		await().until(() -> finishedSpans().stream().anyMatch((span) -> span.getKind().name().equals("SERVER")));
	}

}
