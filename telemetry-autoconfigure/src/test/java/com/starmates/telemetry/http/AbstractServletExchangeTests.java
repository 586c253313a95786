// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What an exchange promises on every servlet container.
 */
@SpringBootTest(classes = ExchangeTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=exchange-test", "telemetry.http.exclude-paths=/quiet",
				"management.endpoints.web.exposure.include=*",
				"management.opentelemetry.tracing.export.schedule-delay=10ms" })
abstract class AbstractServletExchangeTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private static final String OTHER_TRACE_ID = "1af7651916cd43dd8448eb211c80319c";

	private final Class<? extends WebServer> server;

	private final HttpClient client = HttpClient.newHttpClient();

	private final ListAppender<ILoggingEvent> accessLines = new ListAppender<>();

	/** Of this test's requests; others may still be ending. */
	private final Set<String> traceIds = new HashSet<>();

	@LocalServerPort
	private int port;

	@Autowired
	private InMemorySpanExporter spans;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ServletWebServerApplicationContext context;

	AbstractServletExchangeTests(Class<? extends WebServer> server) {
		this.server = server;
	}

	@BeforeEach
	void listen() {
		this.accessLines.start();
		accessLogger().addAppender(this.accessLines);
		this.spans.reset();
	}

	@AfterEach
	void stopListening() {
		accessLogger().detachAppender(this.accessLines);
	}

	@Test
	void runsOnTheServerItIsNamedFor() {
		assertThat(this.context.getWebServer()).isInstanceOf(this.server);
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
		get("/api/v2/things/7", "User-Agent", "tests");
		SpanData span = onlySpan();
		assertThat(span.getName()).isEqualTo("GET /api/v2/things/{id}");
		assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		Map<String, Object> attributes = attributes(span);
		assertThat(attributes).containsEntry("http.request.method", "GET")
			.containsEntry("http.route", "/api/v2/things/{id}")
			.containsEntry("http.response.status_code", 200L)
			.containsEntry("url.path", "/api/v2/things/7")
			.containsEntry("url.scheme", "http")
			.containsEntry("server.address", "localhost")
			.containsEntry("server.port", (long) this.port)
			.containsEntry("client.address", "127.0.0.1")
			.containsEntry("network.protocol.version", "1.1")
			.containsEntry("user_agent.original", "tests")
			.containsKey("response.size")
			.doesNotContainKey("error.type");
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
			GET,  /nowhere,            404, unmatched,           NoResourceFoundException, false
			GET,  /secret/door,        401, unmatched,           401,                   false
			POST, /throws,             405, unmatched,           HttpRequestMethodNotSupportedException, false
			POST, /things,             415, unmatched,           HttpMediaTypeNotSupportedException, false
			PURGE, /nowhere,          400, unmatched,           400,                   false
			""")
	void recordsEachExchangeOnce(String method, String path, int status, String endpoint, String errorType,
			boolean spanFails) throws Exception {
		HttpResponse<String> response = send(method, path);
		SpanData span = onlySpan();
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(span.getTraceId());
		assertThat(attributes(span)).containsEntry("http.response.status_code", (long) status);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(spanFails ? StatusCode.ERROR : StatusCode.UNSET);
		assertThat(attributes(span).get("error.type")).isEqualTo(spanFails ? errorType : null);
		String label = "PURGE".equals(method) ? "_OTHER" : method;
		assertThat(this.meters.get("request.count")
			.tags("service_name", "exchange-test", "endpoint", endpoint, "method", label, "status_code",
					Integer.toString(status), "api_version", "none")
			.counter()
			.count()).isPositive();
		assertThat(this.meters.find("request.errors")
			.tags("service_name", "exchange-test", "endpoint", endpoint, "method", label, "error_type", errorType,
					"status_code", Integer.toString(status))
			.counter() != null).isEqualTo(status >= 400);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo(method + " " + path + " - " + status);
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
		HttpResponse<String> response = get("/callable", "traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01");
		SpanData span = onlySpan();
		assertThat(response.body()).isEqualTo(TRACE_ID);
		assertThat(response.headers().firstValue("X-Tracking-ID")).contains(TRACE_ID);
		assertThat(span.getTraceId()).isEqualTo(TRACE_ID);
		assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
	}

	@Test
	void unsampledRequestsGetTheHeaderToo() throws Exception {
		HttpResponse<String> response = get("/text", "traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-00");
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(TRACE_ID);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /text - 200");
		assertThat(finishedSpans()).isEmpty();
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
	void exchangeThatFailsAfterItsResponseBeganEnds() {
		this.traceIds.add(OTHER_TRACE_ID);
		assertThatIOException().isThrownBy(
				() -> get("/commits-and-throws", "traceparent", "00-" + OTHER_TRACE_ID + "-b7ad6b7169203331-01"));
		SpanData span = onlySpan();
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(attributes(span)).containsEntry("error.type", "IllegalStateException");
	}

	@ParameterizedTest
	@CsvSource({ "/throws", "/filter-fails" })
	void whatTheServerLogsOfAnUncaughtExceptionCarriesTheId(String path) throws Exception {
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		rootLogger().addAppender(lines);
		String id = get(path).headers().firstValue("X-Tracking-ID").orElseThrow();
		onlySpan();
		rootLogger().detachAppender(lines);
		assertThat(lines.list).filteredOn((line) -> line.getThrowableProxy() != null)
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", id));
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

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return send("GET", path, headers);
	}

	private HttpResponse<String> send(String method, String path, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		response.headers().firstValue("X-Tracking-ID").ifPresent(this.traceIds::add);
		return response;
	}

	private SpanData onlySpan() {
		return spans(1).get(0);
	}

	private List<SpanData> spans(int count) {
		Awaitility.await().until(() -> finishedSpans().size() >= count);
		assertThat(finishedSpans()).hasSize(count);
		return finishedSpans();
	}

	private List<SpanData> finishedSpans() {
		return this.spans.getFinishedSpanItems()
			.stream()
			.filter((span) -> this.traceIds.contains(span.getTraceId()))
			.toList();
	}

	private ILoggingEvent onlyAccessLine() {
		Awaitility.await().until(() -> !accessLines().isEmpty());
		assertThat(accessLines()).hasSize(1);
		return accessLines().get(0);
	}

	private List<ILoggingEvent> accessLines() {
		return List.copyOf(this.accessLines.list)
			.stream()
			.filter((line) -> this.traceIds.contains(line.getMDCPropertyMap().get("traceId")))
			.toList();
	}

	private double count(String meter, String endpoint) {
		return this.meters.find(meter)
			.tag("endpoint", endpoint)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private static Map<String, Object> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), Map.Entry::getValue));
	}

	private static Logger rootLogger() {
		return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
	}

	private static Logger accessLogger() {
		return (Logger) LoggerFactory.getLogger(AccessLog.LOGGER_NAME);
	}

}
