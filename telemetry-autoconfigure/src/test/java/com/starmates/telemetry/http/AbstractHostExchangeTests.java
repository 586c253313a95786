// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the span says of the server, by how the caller names it.
 */
abstract class AbstractHostExchangeTests extends AbstractExchangeTests {

	AbstractHostExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@ParameterizedTest
	@CsvSource({ "service, service, 80", "service:8080, service, 8080", "10.0.0.1:8080, 10.0.0.1, 8080",
			"[::1]:8080, ::1, 8080", "[2001:db8::1], 2001:db8::1, 80", "Service.Example., Service.Example., 80" })
	void isWhatTheCallerNames(String host, String address, long port) throws IOException {
		assertThat(call("GET /text HTTP/1.1\r\nHost: " + host)).contains(" 200 ");
		assertThat(attributes(onlySpan())).containsEntry("server.address", address).containsEntry("server.port", port);
	}

	@Test
	void isWhereTheCallerIsConnectedToIfItNamesNone() throws IOException {
		assertThat(call("GET /text HTTP/1.0")).contains(" 200 ");
		assertThat(attributes(onlySpan())).containsEntry("server.port", (long) this.port);
		assertThat(attributes(onlySpan()).get("server.address")).isIn("127.0.0.1", "localhost");
	}

	@Test
	void isUnknownIfItIsNamedByNothing() throws IOException {
		assertThat(call("GET /text HTTP/1.1\r\nHost:")).contains(" 200 ");
		assertThat(attributes(onlySpan())).doesNotContainEntry("server.address", "");
	}

	String call(String head) throws IOException {
		this.traceIds.add(this.callersTraceId);
		String request = head + "\r\ntraceparent: " + sampledTraceparent() + "\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
