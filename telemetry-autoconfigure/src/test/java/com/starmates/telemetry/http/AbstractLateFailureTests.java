// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fails late ends all the same, once, on every servlet container.
 */
abstract class AbstractLateFailureTests extends AbstractExchangeTests {

	AbstractLateFailureTests(Class<? extends WebServer> server) {
		super(server);
	}

	/** An answer that is cut off tells no client of the JDK its header. */
	@BeforeEach
	void expect() {
		this.traceIds.add(this.callersTraceId);
	}

	@ParameterizedTest
	@ValueSource(strings = { "emitter", "flux", "committed-async", "getter" })
	void endsWithTheStatusThatWasOnItsWay(String path) throws Exception {
		double before = count("request.count", "/late/" + path);
		try (Socket socket = request("/late/" + path)) {
			assertThat(statusLine(socket)).startsWith("HTTP/1.1 200");
			SpanData span = onlySpan();
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(attributes(span)).containsEntry("http.response.status_code", 200L);
			assertThat(attributes(span).get("error.type")).isIn("IllegalStateException",
					"HttpMessageNotWritableException");
			assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /late/" + path + " - 200");
		}
		assertThat(count("request.count", "/late/" + path) - before).isEqualTo(1);
		assertThat(active("/late/" + path)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "/late/async,no", "/late/deferred,yes" })
	void endsWithItsErrorPageThoughItWasAsynchronous(String path, String throwBehind) throws Exception {
		HttpResponse<String> response = get(path, "X-Throw-Behind", throwBehind);
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 500L)
			.containsEntry("error.type", "IllegalStateException");
		assertThat(onlyAccessLine().getLevel()).isEqualTo(Level.ERROR);
		assertThat(active(path)).isZero();
	}

	@Test
	void aCallerThatLeavesAWriterIsNoErrorOfTheService() throws Exception {
		try (Socket socket = request("/late/writer")) {
			socket.setSoLinger(true, 0);
		}
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 200L).containsKey("error.type");
		assertThat(onlyAccessLine().getLevel()).isEqualTo(Level.INFO);
		assertThat(onlyAccessLine().getKeyValuePairs())
			.anySatisfy((pair) -> assertThat(pair.toString()).isEqualTo("error_category=\"network\""));
	}

	@Test
	void noKindOfHeaderAddsASecondValue() throws Exception {
		assertThat(get("/late/headers").headers().allValues("X-Tracking-ID"))
			.isEqualTo(List.of(onlySpan().getTraceId()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/default/a", "/default/b", "/default/missing" })
	void aHandlerForEverythingIsOneEndpoint(String path) throws Exception {
		get(path);
		assertThat(attributes(onlySpan())).containsEntry("http.route", "/**");
		assertThat(onlySpan().getName()).isEqualTo("GET /**");
	}

	@Test
	void aHandlerForOneUrlIsAnEndpointOfItsOwn() throws Exception {
		get("/default");
		assertThat(attributes(onlySpan())).containsEntry("http.route", "/default");
	}

	private static String statusLine(Socket socket) throws IOException {
		socket.setSoTimeout(5000);
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
	}

	private Socket request(String path) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		socket.getOutputStream()
			.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\ntraceparent: "
					+ sampledTraceparent() + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

}
