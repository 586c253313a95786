// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Exchanges while the SDK is disabled, as {@code OTEL_SDK_DISABLED=true} does it.
 */
@TestPropertySource(properties = "management.opentelemetry.enabled=false")
abstract class AbstractDisabledExchangeTests extends AbstractExchangeTests {

	AbstractDisabledExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void haveAnIdAndNoExemplar() throws Exception {
		HttpResponse<String> response = get("/callable");
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(response.body());
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /callable - 200");
		get("/throws");
		String scrape = await().until(
				() -> get("/actuator/prometheus", "Accept", "application/openmetrics-text; version=1.0.0").body(),
				(body) -> body.contains("request_errors_total{endpoint=\"/throws\""));
		assertThat(scrape).contains("request_count_total{api_version=\"none\",endpoint=\"/callable\"")
			.doesNotContain(" # {", "trace_id=");
		assertThat(finishedSpans()).isEmpty();
	}

}
