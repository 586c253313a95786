// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What an exchange that fails promises on every server.
 */
abstract class AbstractFailedExchangeTests extends AbstractExchangeTests {

	AbstractFailedExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void countsRequestsAndErrorsExactly() throws Exception {
		double before = count("request.count", "/throws") + count("request.errors", "/throws");
		get("/throws");
		get("/throws");
		spans(2);
		assertThat(count("request.count", "/throws") + count("request.errors", "/throws") - before).isEqualTo(4);
	}

	@Test
	void errorBodiesCarryTheTrackingId() throws Exception {
		for (String path : List.of("/throws", "/problem", "/status", "/nowhere", "/secret/door")) {
			HttpResponse<String> response = get(path);
			String id = response.headers().firstValue("X-Tracking-ID").orElseThrow();
			assertThat(response.body()).as(path).contains("\"tracking_id\":\"" + id + "\"");
		}
	}

	@Test
	void spanTellsNoSecretsOfTheException() throws Exception {
		get("/throws-secret");
		List<Attributes> exceptions = onlySpan().getEvents()
			.stream()
			.filter((event) -> event.getName().equals("exception"))
			.map(EventData::getAttributes)
			.toList();
		assertThat(exceptions).hasSize(1);
		Attributes exception = exceptions.get(0);
		assertThat(exception.get(AttributeKey.stringKey("exception.message"))).isEqualTo("controller");
		assertThat(exception.get(AttributeKey.stringKey("exception.stacktrace")))
			.startsWith("java.lang.IllegalStateException: controller")
			.contains("Caused by: java.lang.IllegalArgumentException: password=***, user=alice")
			.doesNotContain("mine");
	}

	@Test
	void exchangeThatFailsAfterItsResponseBeganEnds() {
		this.traceIds.add(this.callersTraceId);
		assertThatIOException().isThrownBy(() -> get("/commits-and-throws", "traceparent", sampledTraceparent()));
		SpanData span = onlySpan();
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(attributes(span)).containsEntry("error.type", "IllegalStateException");
	}

	/** Boot takes the bridge away when any other application ends. */
	@BeforeEach
	void bridgeWhatServersLog() {
		if (!SLF4JBridgeHandler.isInstalled()) {
			SLF4JBridgeHandler.install();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/throws,controller", "/filter-fails,filter" })
	void whatTheServerLogsOfAnUncaughtExceptionCarriesTheId(String path, String message) throws Exception {
		KeptLines lines = new KeptLines();
		lines.start();
		rootLogger().addAppender(lines);
		String id = get(path).headers().firstValue("X-Tracking-ID").orElseThrow();
		onlySpan();
		rootLogger().detachAppender(lines);
		assertThat(lines.lines()).filteredOn((line) -> line.getThrowableProxy() != null)
			.filteredOn((line) -> line.getThrowableProxy().getMessage().endsWith(message))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", id));
	}

	/** To Netty it is a caller that has left; servlet containers answer all the same. */
	@Test
	void halfABodyIsTheCallersFault() throws Exception {
		this.traceIds.add(this.callersTraceId);
		sendAndLeave("POST /reads HTTP/1.1\r\nContent-Length: 10", "half");
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", isReactive() ? 200L : 400L);
		assertThat(onlyAccessLine().getLevel()).isEqualTo(isReactive() ? Level.INFO : Level.WARN);
	}

	@Test
	void aCallerThatLeavesIsNoErrorOfTheService() throws Exception {
		this.traceIds.add(this.callersTraceId);
		sendAndLeave("GET /writes-on HTTP/1.1", "");
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 200L).containsKey("error.type");
		assertThat(onlyAccessLine().getLevel()).isEqualTo(Level.INFO);
		assertThat(onlyAccessLine().getKeyValuePairs())
			.anySatisfy((pair) -> assertThat(pair.toString()).isEqualTo("error_category=\"network\""));
	}

	/**
	 * It reaches no application: there is nothing to hook into, and nothing to record.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "REFUSED", "GET /ref<used HTTP/1.1\nHost: localhost",
			"GET /refused HTTP/1.1\nHost: localhost\nContent-Length: none",
			"GET /refused HTTP/1.1\nHost: localhost\nno name: value" })
	void aRequestThatTheServerRefusesIsNoExchange(String head) throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(5000);
			socket.getOutputStream()
				.write((head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			socket.shutdownOutput();
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).contains(" 400 ")
				.doesNotContain("X-Tracking-ID");
		}
		get("/text");
		onlySpan();
		assertThat(everythingRecorded()).noneMatch((text) -> text.toLowerCase(Locale.ROOT).contains("refused"));
	}

	@Test
	void nothingOfAFailedRequestReachesTheNextOnItsThread() throws Exception {
		for (int i = 0; i < 20; i++) {
			get("/throws");
			get("/text");
		}
		assertThat(spans(40)).allSatisfy((span) -> assertThat(span.getParentSpanContext().isValid()).isFalse());
		assertThat(this.traceIds).hasSize(40);
	}

	private void sendAndLeave(String request, String body) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write((request + "\r\nHost: localhost\r\ntraceparent: " + sampledTraceparent() + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.US_ASCII));
		}
	}

}
