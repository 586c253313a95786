// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges of management endpoints that have a port of their own.
 */
@TestPropertySource(properties = "management.server.port=0")
abstract class AbstractManagementPortExchangeTests extends AbstractExchangeTests {

	@LocalManagementPort
	private int managementPort;

	@Autowired
	private InMemorySpanExporter spans;

	AbstractManagementPortExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/missing", "/actuator/env/a%20b", "/elsewhere" })
	void getTheHeaderAndNothingElse(String path) throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.managementPort + path)).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(response.headers().allValues("X-Tracking-ID")).singleElement().asString().matches("[0-9a-f]{32}");
		get("/text");
		onlySpan();
		assertThat(this.spans.getFinishedSpanItems()).extracting(SpanData::getName)
			.singleElement()
			.asString()
			.endsWith("/text");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /text - 200");
	}

	@Test
	void endpointsAreNotOnTheApplicationsPort() throws Exception {
		assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
	}

}
