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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server to send requests to, and what it has recorded of them.
 */
@SpringBootTest(classes = ExchangeTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=exchange-test", "telemetry.http.exclude-paths=/quiet",
				"management.endpoints.web.exposure.include=*", "server.compression.enabled=true",
				"server.max-http-request-header-size=16KB", "server.shutdown=immediate",
				"spring.servlet.multipart.max-file-size=10KB", "spring.mvc.static-path-pattern=/files/**",
				"management.opentelemetry.tracing.export.schedule-delay=10ms" })
abstract class AbstractExchangeTests {

	final Class<? extends WebServer> server;

	private final HttpClient client = HttpClient.newHttpClient();

	private final KeptLines accessLines = new KeptLines();

	/** Of this test's requests; others may still be ending. */
	final Set<String> traceIds = new HashSet<>();

	/** Another one for each test: spans of the test before may still be ending. */
	final String callersTraceId = IdGenerator.random().generateTraceId();

	@LocalServerPort
	int port;

	@Autowired
	private InMemorySpanExporter spans;

	@Autowired
	MeterRegistry meters;

	@Autowired
	private WebServerApplicationContext context;

	AbstractExchangeTests(Class<? extends WebServer> server) {
		this.server = server;
	}

	@BeforeEach
	void listen() {
		this.accessLines.start();
		accessLogger().addAppender(this.accessLines);
		this.spans.reset();
		this.traceIds.clear();
	}

	@AfterEach
	void stopListening() {
		accessLogger().detachAppender(this.accessLines);
	}

	@AfterEach
	void nothingStaysActive() {
		await().untilAsserted(() -> assertThat(this.meters.find("active.requests").gauges())
			.allSatisfy((gauge) -> assertThat(gauge.value()).as(gauge.getId().toString()).isZero()));
	}

	@Test
	void runsOnTheServerItIsNamedFor() {
		assertThat(this.context.getWebServer()).isInstanceOf(this.server);
	}

	boolean isReactive() {
		return this.server == NettyWebServer.class;
	}

	HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return send("GET", path, headers);
	}

	HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
		return send(method, path, "", headers);
	}

	HttpResponse<String> send(String method, String path, String body, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		response.headers().firstValue("X-Tracking-ID").ifPresent(this.traceIds::add);
		return response;
	}

	String sampledTraceparent() {
		return "00-" + this.callersTraceId + "-b7ad6b7169203331-01";
	}

	String unsampledTraceparent() {
		return "00-" + this.callersTraceId + "-b7ad6b7169203331-00";
	}

	CompletableFuture<HttpResponse<String>> getLater(String path) {
		return this.client.sendAsync(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
			.whenComplete(
					(response, failure) -> this.traceIds.add(response.headers().firstValue("X-Tracking-ID").get()));
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	SpanData onlySpan() {
		return spans(1).get(0);
	}

	List<SpanData> spans(int count) {
		await().until(() -> finishedSpans().size() >= count);
		assertThat(finishedSpans()).hasSize(count);
		return finishedSpans();
	}

	@Nullable SpanData spanOf(String traceId) {
		return finishedSpans().stream().filter((span) -> span.getTraceId().equals(traceId)).findFirst().orElse(null);
	}

	List<SpanData> finishedSpans() {
		return this.spans.getFinishedSpanItems()
			.stream()
			.filter((span) -> this.traceIds.contains(span.getTraceId()))
			.toList();
	}

	/** Of whatever request. */
	Stream<String> everythingRecorded() {
		return Stream.concat(this.spans.getFinishedSpanItems().stream().map((span) -> span.getAttributes().toString()),
				this.accessLines.lines().stream().map(ILoggingEvent::getFormattedMessage));
	}

	ILoggingEvent onlyAccessLine() {
		await().until(() -> !accessLines().isEmpty());
		assertThat(accessLines()).hasSize(1);
		return accessLines().get(0);
	}

	private List<ILoggingEvent> accessLines() {
		return this.accessLines.lines()
			.stream()
			.filter((line) -> this.traceIds.contains(line.getMDCPropertyMap().get("traceId")))
			.toList();
	}

	static ConditionFactory await() {
		return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
	}

	double count(String meter, String endpoint) {
		return count(meter, Tags.of("endpoint", endpoint));
	}

	double count(String meter, Tags tags) {
		return this.meters.find(meter).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
	}

	/** At all endpoints together. */
	double active() {
		return this.meters.find("active.requests").gauges().stream().mapToDouble(Gauge::value).sum();
	}

	/** Not a number for an endpoint that has never been asked. */
	double active(String endpoint) {
		Gauge gauge = this.meters.find("active.requests").tag("endpoint", endpoint).gauge();
		return (gauge != null) ? gauge.value() : Double.NaN;
	}

	static Map<String, Object> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), Map.Entry::getValue));
	}

	static Logger rootLogger() {
		return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
	}

	private static Logger accessLogger() {
		return (Logger) LoggerFactory.getLogger(AccessLog.LOGGER_NAME);
	}

}
