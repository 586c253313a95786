// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an exchange promises on every server.
 */
abstract class AbstractServedExchangeTests extends AbstractExchangeTests {

	private static final String JSON_WEB_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ0ZXN0cyJ9.c2lnbmF0dXJl";

	AbstractServedExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void tellsTheTrackingIdEverywhere() throws Exception {
		HttpResponse<String> response = get("/api/v2/things/7");
		SpanData span = onlySpan();
		String id = span.getTraceId();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(id);
		assertThat(response.body()).contains("\"current\":\"" + id + "\"").contains("\"attribute\":\"" + id + "\"");
		assertThat(span.getAttributes().get(AttributeKey.stringKey("tracking.id"))).isEqualTo(id);
	}

	@Test
	void describesTheServerSpanByTheConventions() throws Exception {
		get("/api/v2/things/7?page=2&token=mine", "User-Agent", "tests");
		SpanData span = onlySpan();
		assertThat(span.getName()).isEqualTo("GET /api/v2/things/{id}");
		assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		Map<String, Object> attributes = attributes(span);
		assertThat(attributes).containsEntry("http.request.method", "GET")
			.containsEntry("http.route", "/api/v2/things/{id}")
			.containsEntry("http.response.status_code", 200L)
			.containsEntry("url.path", "/api/v2/things/7")
			.containsEntry("url.query", "page=2&token=REDACTED")
			.containsEntry("url.scheme", "http")
			.containsEntry("server.address", "localhost")
			.containsEntry("server.port", (long) this.port)
			.containsEntry("client.address", "127.0.0.1")
			.containsEntry("network.peer.address", "127.0.0.1")
			.containsEntry("network.protocol.version", "1.1")
			.containsEntry("user_agent.original", "tests")
			.containsKeys("network.peer.port", "response.size")
			.doesNotContainKey("error.type");
	}

	@Test
	void masksSecretsInPathAndQueryOfTheSpan() throws Exception {
		get("/api/v2/things/" + JSON_WEB_TOKEN + "?state=" + JSON_WEB_TOKEN + "&access%5Ftoken=mine&page=2");
		assertThat(attributes(onlySpan())).containsEntry("url.path", "/api/v2/things/***")
			.containsEntry("url.query", "state=REDACTED&access%5Ftoken=REDACTED&page=2");
	}

	@ParameterizedTest(name = "{0} {1} is {2}")
	@CsvSource(textBlock = """
			GET,  /callable,           200, /callable,           -,                     false
			GET,  /callable-fails,     500, /callable-fails,     IllegalStateException, true
			GET,  /stream,             200, /stream,             -,                     false
			GET,  /throws,             500, /throws,             IllegalStateException, true
			GET,  /status,             409, /status,             ResponseStatusException, false
			GET,  /problem,            422, /problem,            422,                   false
			GET,  /sends-error,        418, /sends-error,        418,                   false
			GET,  /filter-fails,       500, unmatched,           IllegalStateException, true
			GET,  /nowhere,            404, unmatched,           NoHandlerFoundException|ResponseStatusException, false
			GET,  /secret/door,        401, unmatched,           401|ResponseStatusException, false
			POST, /throws,             405, unmatched,           HttpRequestMethodNotSupportedException|\
			MethodNotAllowedException, false
			POST, /things,             415, unmatched,           HttpMediaTypeNotSupportedException|\
			UnsupportedMediaTypeStatusException, false
			PURGE, /nowhere,           400, unmatched,           400,                   false
			""")
	void recordsEachExchangeOnce(String method, String path, int status, String endpoint, String errorTypes,
			boolean spanFails) throws Exception {
		String errorType = ofStack(errorTypes);
		Tags outcome = Tags.of("service_name", "exchange-test", "endpoint", endpoint, "method",
				"PURGE".equals(method) ? "_OTHER" : method, "status_code", Integer.toString(status));
		double requests = count("request.count", outcome.and("api_version", "none"));
		double errors = count("request.errors", outcome.and("error_type", errorType));
		HttpResponse<String> response = send(method, path);
		SpanData span = onlySpan();
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(span.getTraceId());
		assertThat(attributes(span)).containsEntry("http.response.status_code", (long) status);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(spanFails ? StatusCode.ERROR : StatusCode.UNSET);
		assertThat(attributes(span).get("error.type")).isEqualTo(spanFails ? errorType : null);
		assertThat(count("request.count", outcome.and("api_version", "none")) - requests).isEqualTo(1);
		assertThat(count("request.errors", outcome.and("error_type", errorType)) - errors)
			.isEqualTo((status >= 400) ? 1 : 0);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo(method + " " + path + " - " + status);
	}

	@Test
	void readsTheApiVersionFromThePath() throws Exception {
		get("/api/v2/things/7");
		spans(1);
		assertThat(this.meters.get("request.count")
			.tags("endpoint", "/api/v2/things/{id}", "api_version", "v2")
			.counter()
			.count()).isPositive();
	}

	@Test
	void activeRequestsReturnToZero() throws Exception {
		get("/api/v2/things/7");
		get("/nowhere");
		get("/callable");
		get("/throws");
		spans(4);
		assertThat(this.meters.get("active.requests").gauges())
			.allSatisfy((gauge) -> assertThat(gauge.value()).isZero())
			.extracting((gauge) -> gauge.getId().getTag("endpoint"))
			.contains("unresolved", "/api/v2/things/{id}", "/callable", "/throws")
			.doesNotContain("unmatched");
	}

	@Test
	void continuesTheCallersTrace() throws Exception {
		HttpResponse<String> response = get("/callable", "traceparent", sampledTraceparent());
		SpanData span = onlySpan();
		assertThat(response.body()).isEqualTo(this.callersTraceId);
		assertThat(response.headers().firstValue("X-Tracking-ID")).contains(this.callersTraceId);
		assertThat(span.getTraceId()).isEqualTo(this.callersTraceId);
		assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
	}

	@ParameterizedTest
	@CsvSource({ "1af7651916cd43dd8448eb211c80319c, 1af7651916cd43dd8448eb211c80319c", "mine,", "''," })
	void anIdThatTheCallerMadeUpIsNotedIfItLooksLikeOne(String sent, String noted) throws Exception {
		HttpResponse<String> response = get("/text", "X-Tracking-ID", sent);
		SpanData span = onlySpan();
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(span.getTraceId())
			.doesNotContain(sent);
		assertThat(attributes(span).get("tracking.inbound_id")).isEqualTo(noted);
	}

	@Test
	void unsampledRequestsGetTheHeaderToo() throws Exception {
		HttpResponse<String> response = get("/text", "traceparent", unsampledTraceparent());
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(this.callersTraceId);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /text - 200");
		assertThat(finishedSpans()).isEmpty();
	}

	@Test
	void continuesTheCallersBaggage() throws Exception {
		assertThat(get("/baggage", "baggage", "user=admin").body()).isEqualTo("admin");
	}

	@ParameterizedTest
	@CsvSource({ "garbage", "00-00000000000000000000000000000000-b7ad6b7169203331-01", "''",
			"00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01" })
	void malformedTraceparentIsIgnored(String traceparent) throws Exception {
		HttpResponse<String> response = get("/text", "traceparent", traceparent);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(onlySpan().getParentSpanContext().isValid()).isFalse();
	}

	@Test
	void scriptsOfOtherOriginsMayReadTheHeader() throws Exception {
		HttpResponse<String> response = get("/sets-headers", "Origin", "https://example.org");
		assertThat(response.headers().allValues("Access-Control-Expose-Headers"))
			.flatExtracting((value) -> List.of(value.split(", *")))
			.containsExactlyInAnyOrder("X-Other", "X-Tracking-ID");
	}

	@Test
	void theApplicationCannotLoseTheHeader() throws Exception {
		HttpResponse<String> response = get("/sets-headers");
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(onlySpan().getTraceId());
		assertThat(response.headers().allValues("Access-Control-Expose-Headers")).containsExactly("X-Other");
	}

	@Test
	void countsTheBytesOfTheBody() throws Exception {
		get("/stream");
		assertThat(attributes(onlySpan())).containsEntry("response.size", 30L);
		this.traceIds.clear();
		HttpResponse<String> response = get("/text");
		assertThat(response.body()).isEqualTo("für 10 €");
		assertThat(attributes(onlySpan())).containsEntry("response.size", 11L);
	}

	@Test
	void accessLineTellsRequestAndResponse() throws Exception {
		get("/text", "User-Agent", "tests");
		Map<String, Object> pairs = onlyAccessLine().getKeyValuePairs()
			.stream()
			.collect(Collectors.toMap((pair) -> pair.key, (pair) -> pair.value));
		assertThat(pairs).containsEntry("request_method", "GET")
			.containsEntry("request_path", "/text")
			.containsEntry("request_user_agent", "tests")
			.containsEntry("request_ip", "127.0.0.1")
			.containsEntry("response_status", 200)
			.containsEntry("response_size", 11L)
			.containsEntry("request_size", 0L)
			.doesNotContainKey("error_type");
		assertThat(pairs.get("response_content_type").toString()).startsWith("text/plain;");
		assertThat((Duration) pairs.get("request_duration")).isBetween(Duration.ofNanos(1), Duration.ofSeconds(10));
	}

	/** What follows the handshake may take days. */
	@Test
	void aWebSocketIsAnExchangeUntilItIsOpen() throws Exception {
		this.traceIds.add(this.callersTraceId);
		CompletableFuture<String> echo = new CompletableFuture<>();
		WebSocket socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.header("traceparent", sampledTraceparent())
			.buildAsync(URI.create("ws://localhost:" + this.port + "/socket"), new WebSocket.Listener() {

				@Override
				public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
					echo.complete(data.toString());
					return null;
				}

			})
			.get(5, TimeUnit.SECONDS);
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 101L);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /socket - 101");
		socket.sendText("hello", true).get(5, TimeUnit.SECONDS);
		assertThat(echo.get(5, TimeUnit.SECONDS)).isEqualTo("hello");
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
		onlySpan();
		onlyAccessLine();
	}

	@ParameterizedTest
	@CsvSource({ "/quiet/path", "/actuator/health", "/quiet/missing" })
	void excludedPathsGetTheHeaderAndNothingElse(String path) throws Exception {
		HttpResponse<String> response = get(path);
		assertThat(response.headers().allValues("X-Tracking-ID")).hasSize(1);
		get("/text");
		assertThat(onlySpan().getName()).isEqualTo("GET /text");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /text - 200");
		assertThat(this.meters.find("request.count").tag("endpoint", path).counter()).isNull();
	}

	/** What differs between servlet and reactive stacks is told in this order. */
	private String ofStack(String alternatives) {
		String[] stacks = alternatives.split("\\|");
		return (isReactive() ? stacks[stacks.length - 1] : stacks[0]).strip();
	}

}
