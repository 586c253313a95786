// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges of a public edge, which does not trust its callers.
 */
@TestPropertySource(properties = "telemetry.tracking.inbound=restart")
abstract class AbstractRestartedExchangeTests extends AbstractExchangeTests {

	AbstractRestartedExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void callerChoosesNeitherIdNorSampling() throws Exception {
		HttpResponse<String> response = get("/callable", "traceparent", unsampledTraceparent());
		SpanData span = onlySpan();
		assertThat(span.getTraceId()).isNotEqualTo(this.callersTraceId).isEqualTo(response.body());
		assertThat(span.getParentSpanContext().isValid()).isFalse();
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(span.getTraceId());
	}

	@Test
	void callersSpanIsALink() throws Exception {
		get("/text", "traceparent", unsampledTraceparent(), "tracestate", "foo=1");
		assertThat(onlySpan().getLinks()).hasSize(1);
		LinkData link = onlySpan().getLinks().get(0);
		assertThat(link.getSpanContext().getTraceId()).isEqualTo(this.callersTraceId);
		assertThat(link.getSpanContext().getSpanId()).isEqualTo("b7ad6b7169203331");
		assertThat(link.getSpanContext().getTraceState().get("foo")).isEqualTo("1");
	}

	@Test
	void noCallersSpanIsNoLink() throws Exception {
		get("/text", "traceparent", "garbage");
		assertThat(onlySpan().getLinks()).isEmpty();
	}

	@Test
	void callersStateIsDropped() throws Exception {
		get("/text", "traceparent", unsampledTraceparent(), "tracestate", "foo=1");
		assertThat(onlySpan().getSpanContext().getTraceState().isEmpty()).isTrue();
	}

	@Test
	void callersBaggageIsDropped() throws Exception {
		assertThat(get("/baggage", "traceparent", unsampledTraceparent(), "baggage", "user=admin").body())
			.isEqualTo("none");
	}

	@Test
	void excludedPathsDoNotTakeTheCallersIdEither() throws Exception {
		HttpResponse<String> response = get("/quiet/path", "traceparent", unsampledTraceparent());
		assertThat(response.headers().firstValue("X-Tracking-ID"))
			.hasValueSatisfying((id) -> assertThat(id).matches("[0-9a-f]{32}").isNotEqualTo(this.callersTraceId));
	}

}
