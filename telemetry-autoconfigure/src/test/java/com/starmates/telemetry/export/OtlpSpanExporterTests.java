// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.starmates.telemetry.test.OtlpReceiver;
import com.starmates.telemetry.test.OtlpReceiver.Received;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpSpanExporter}, against a receiver.
 */
@Timeout(30)
class OtlpSpanExporterTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final RetryPolicy SOON = RetryPolicy.builder()
		.setMaxAttempts(3)
		.setInitialBackoff(Duration.ofMillis(1))
		.build();

	private static final RetryPolicy LATE = SOON.toBuilder()
		.setInitialBackoff(Duration.ofHours(1))
		.setMaxBackoff(Duration.ofHours(1))
		.build();

	private OtlpReceiver receiver;

	@BeforeEach
	void start() throws IOException {
		this.receiver = new OtlpReceiver(null);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void postsSpans() throws IOException {
		assertSuccess(export(exporter(Map.of("Authorization", "Basic abc")), "one", "two"));
		Received request = single();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/v1/traces");
		assertThat(request.spans()).containsExactly("one", "two");
		assertThat(request.headers()).containsEntry("Authorization", List.of("Basic abc"))
			.containsEntry("Content-type", List.of("application/x-protobuf"))
			.containsEntry("Content-length", List.of(String.valueOf(request.content().length)))
			.doesNotContainKey("Content-encoding");
		assertThat(request.headers().getFirst("User-Agent")).matches("OTel-OTLP-Exporter-Java/\\d+\\.\\d+\\.\\d+");
	}

	@Test
	void aUserAgentOfTheUsersWins() {
		export(exporter(Map.of("user-agent", "mine")), "one");
		assertThat(single().headers()).containsEntry("User-agent", List.of("mine"));
	}

	@Test
	void compresses() throws IOException {
		assertSuccess(export(exporter(target(this.receiver.url(), PATIENCE, true)), "one", "two"));
		assertThat(single().headers()).containsEntry("Content-encoding", List.of("gzip"));
		assertThat(single().spans()).containsExactly("one", "two");
	}

	@Test
	void needsOneConnectionForManyBatches() {
		byte[] body = response(0, "").toByteArray();
		OtlpSpanExporter exporter = exporter(Map.of());
		for (int i = 0; i < 10; i++) {
			this.receiver.answering((i % 2 == 0) ? 200 : 400, body);
			export(exporter, "span " + i);
		}
		assertThat(this.receiver.received()).hasSize(10).extracting(Received::port).containsOnly(single(0).port());
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 502, 503, 504 })
	void triesAgainWhatMayPass(int status) throws IOException {
		this.receiver.answering(status).answering(status);
		assertSuccess(export(exporter(Map.of()), "one"));
		assertThat(this.receiver.received()).hasSize(3);
		assertThat(single(2).spans()).containsExactly("one");
	}

	@Test
	void givesUpAfterTheLastAttempt() {
		this.receiver.answering(503).answering(503).answering(503).answering(503);
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers 503");
		assertThat(this.receiver.received()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3600", "Fri, 31 Dec 2100 23:59:59 GMT" })
	void leavesAReceiverAloneThatWantsMoreThanThereIsTime(String retryAfter) {
		this.receiver.answering(503, "Retry-After", retryAfter);
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers 503");
		assertThat(this.receiver.received()).hasSize(1);
	}

	@Test
	void anUnreadableRetryAfterIsNone() {
		this.receiver.answering(503, "Retry-After", "soon");
		assertSuccess(export(exporter(Map.of()), "one"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 400, 401, 404, 407, 413, 500 })
	void doesNotTryAgainWhatDoesNotPass(int status) {
		this.receiver.answering(status, "Location", this.receiver.url().toString());
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers " + status);
		assertThat(this.receiver.received()).hasSize(1);
	}

	/** The fields of a {@code google.rpc.Status} have the same numbers. */
	@Test
	void saysWhatTheReceiverSays() {
		this.receiver.answering(400, response(3, "bad spans").getPartialSuccess().toByteArray());
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers 400: bad spans");
	}

	@ParameterizedTest
	@ValueSource(strings = { "404 page not found", "{\"message\":\"no\"}", "<html>", "\u0012\u007fshort" })
	void bodiesOfAnotherKindSayNothing(String body) {
		this.receiver.answering(404, body.getBytes(StandardCharsets.UTF_8));
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers 404");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void saysOnceThatSpansAreRejected(CapturedOutput output) {
		byte[] body = response(2, "too old").toByteArray();
		this.receiver.answering(200, body).answering(200, body);
		OtlpSpanExporter exporter = exporter(Map.of());
		assertSuccess(export(exporter, "one"));
		assertSuccess(export(exporter, "two"));
		assertThat(output).containsOnlyOnce("The receiver has rejected 2 spans of a batch: too old");
	}

	@Test
	void triesAgainWhereNobodyListens() {
		URI url = this.receiver.url();
		this.receiver.close();
		assertFailure(export(exporter(target(url, PATIENCE, false)), "one"), "Connection refused");
	}

	@Test
	void anUnknownHostIsNamed() {
		CompletableResultCode result = export(
				exporter(target(URI.create("http://nowhere.invalid/v1/traces"), PATIENCE, false)), "one");
		assertFailure(result, "nowhere.invalid");
	}

	@Test
	void endsWithTheTimeoutWhenNobodyAnswers() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableResultCode result = export(exporter(target(url(silent), Duration.ofMillis(100), false)), "one");
			assertFailure(result, "Timeout");
			assertThat(result.getFailureThrowable()).isInstanceOf(SocketTimeoutException.class);
		}
	}

	@Test
	void endsWithTheTimeoutWhenNobodyReads() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableResultCode result = exporter(target(url(silent), Duration.ofMillis(500), false))
				.export(List.of(huge()));
			assertFailure(result, "Timeout");
		}
	}

	@Test
	void connectsOnceToWhoDoesNotRead() throws IOException {
		try (RawReceiver deaf = new RawReceiver((connection) -> {
		})) {
			assertFailure(exporter(target(deaf.url(), Duration.ofMillis(500), false)).export(List.of(huge())),
					"Timeout");
			assertThat(deaf.connections()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 ", "HTTP/1.1 200 OK\r\n" })
	void endsWithTheTimeoutWhenAHeadHasNoEnd(String beginning) throws IOException {
		try (RawReceiver slow = new RawReceiver((connection) -> {
			RawReceiver.read(connection);
			RawReceiver.write(connection, beginning);
			while (!new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)) {
				RawReceiver.write(connection, "H");
			}
		})) {
			CompletableResultCode result = export(exporter(target(slow.url(), Duration.ofMillis(300), false)), "one");
			assertFailure(result, "Timeout");
			assertThat(slow.connections()).isEqualTo(1);
		}
	}

	@Test
	void whoDoesNotSpeakHttpIsNoReceiver() throws IOException {
		try (RawReceiver other = new RawReceiver((connection) -> {
			RawReceiver.read(connection);
			RawReceiver.write(connection, "220 smtp.example.com\r\n");
			connection.close();
		})) {
			assertFailure(export(exporter(target(other.url(), PATIENCE, false)), "one"),
					"The receiver does not speak HTTP");
			assertThat(other.connections()).isEqualTo(1);
		}
	}

	@Test
	void replacesAKeptConnectionAtOnce() throws IOException {
		try (RawReceiver closing = new RawReceiver((connection) -> {
			RawReceiver.read(connection);
			RawReceiver.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
			RawReceiver.read(connection);
			connection.close();
		})) {
			OtlpSpanExporter exporter = new OtlpSpanExporter(target(closing.url(), PATIENCE, false), LATE);
			assertSuccess(export(exporter, "one"));
			assertSuccess(export(exporter, "two"));
			assertThat(closing.connections()).isEqualTo(2);
		}
	}

	@Test
	void isInNoHurryWithNewConnections() throws IOException {
		try (RawReceiver closing = new RawReceiver((connection) -> {
			RawReceiver.read(connection);
			connection.close();
		})) {
			OtlpSpanExporter exporter = new OtlpSpanExporter(target(closing.url(), PATIENCE, false), LATE);
			assertFailure(export(exporter, "one"), "Unexpected end of file from server");
			assertFailure(export(exporter, "two"), "Unexpected end of file from server");
			assertThat(closing.connections()).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 307, 308 })
	void goesWhereTheReceiverSays(int status) throws IOException {
		this.receiver.answering(status, "Location", "/other").answering(status, "Location", "third?x=1");
		assertSuccess(export(exporter(Map.of("Authorization", "Basic abc")), "one"));
		assertThat(this.receiver.received()).extracting(Received::path)
			.containsExactly("/v1/traces", "/other", "/third?x=1");
		assertThat(single(2).method()).isEqualTo("POST");
		assertThat(single(2).spans()).containsExactly("one");
		assertThat(single(2).headers()).containsEntry("Authorization", List.of("Basic abc"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:%d/other", "https://localhost:%d/other", "http://local host" })
	void goesToNobodyElse(String location) {
		this.receiver.answering(307, "Location", location.formatted(this.receiver.url().getPort()));
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers 307");
		assertThat(this.receiver.received()).hasSize(1);
	}

	@Test
	void doesNotGoInCircles() {
		for (int i = 0; i < 10; i++) {
			this.receiver.answering(308, "Location", this.receiver.url().toString());
		}
		assertFailure(export(exporter(Map.of()), "one"), "the receiver answers 308");
		assertThat(this.receiver.received()).hasSize(4);
	}

	/** Its thread would keep the class loader of an application that is gone. */
	@Test
	void leavesTheTimerOfTheJdkAlone() {
		export(exporter(Map.of()), "one");
		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.contains("telemetry-export-watchdog");
	}

	@Test
	void shutdownEndsAPauseAtOnce() {
		this.receiver.answering(503);
		OtlpSpanExporter exporter = new OtlpSpanExporter(target(this.receiver.url(), Duration.ZERO, false), LATE);
		CompletableFuture<CompletableResultCode> result = CompletableFuture.supplyAsync(() -> export(exporter, "one"));
		Awaitility.await().atMost(PATIENCE).until(() -> this.receiver.received().size() == 1);
		assertThat(exporter.shutdown().isSuccess()).isTrue();
		assertFailure(result.orTimeout(5, TimeUnit.SECONDS).join(), "the receiver answers 503");
		assertThat(export(exporter, "two").isSuccess()).isFalse();
		assertThat(exporter.shutdown().isSuccess()).isTrue();
		assertThat(this.receiver.received()).hasSize(1);
	}

	@Test
	void concurrentExportsDoNotMix() throws IOException {
		OtlpSpanExporter exporter = exporter(Map.of());
		IntStream.range(0, 200).parallel().forEach((i) -> export(exporter, "a" + i, "b" + i));
		for (Received request : this.receiver.received()) {
			String number = request.spans().get(0).substring(1);
			assertThat(request.spans()).containsExactly("a" + number, "b" + number);
		}
		assertThat(this.receiver.received()).hasSize(200);
	}

	@Test
	void neverThrows() {
		CompletableResultCode result = exporter(Map.of()).export(List.of(new BrokenSpan(span("broken").build())));
		assertFailure(result, "broken");
	}

	@Test
	void namesItsTarget() {
		assertThat(exporter(Map.of("Authorization", "secret")).toString())
			.isEqualTo("OtlpSpanExporter{url=" + this.receiver.url() + ", gzip=false, timeout=PT20S}");
	}

	private Received single() {
		assertThat(this.receiver.received()).hasSize(1);
		return single(0);
	}

	private Received single(int index) {
		return this.receiver.received().get(index);
	}

	private OtlpSpanExporter exporter(Map<String, String> headers) {
		return exporter(new ExportTarget(this.receiver.url(), headers, false, PATIENCE, PATIENCE, null));
	}

	private static OtlpSpanExporter exporter(ExportTarget target) {
		return new OtlpSpanExporter(target, SOON);
	}

	private static ExportTarget target(URI url, Duration timeout, boolean gzip) {
		return new ExportTarget(url, Map.of(), gzip, timeout, timeout, null);
	}

	private static URI url(ServerSocket server) {
		return URI.create("http://localhost:" + server.getLocalPort() + "/v1/traces");
	}

	private static ExportTraceServiceResponse response(long rejected, String message) {
		return ExportTraceServiceResponse.newBuilder()
			.setPartialSuccess(
					ExportTracePartialSuccess.newBuilder().setRejectedSpans(rejected).setErrorMessage(message))
			.build();
	}

	private static CompletableResultCode export(OtlpSpanExporter exporter, String... names) {
		List<SpanData> spans = List.of(names).stream().<SpanData>map((name) -> span(name).build()).toList();
		return exporter.export(spans);
	}

	private static SpanData huge() {
		return span("huge").setAttributes(Attributes.of(AttributeKey.stringKey("huge"), "x".repeat(60 * 1024 * 1024)))
			.build();
	}

	private static TestSpanData.Builder span(String name) {
		return TestSpanData.builder()
			.setName(name)
			.setKind(SpanKind.SERVER)
			.setStartEpochNanos(1)
			.setEndEpochNanos(2)
			.setHasEnded(true)
			.setStatus(StatusData.unset());
	}

	private static void assertSuccess(CompletableResultCode result) {
		assertThat(result.isDone()).isTrue();
		assertThat(result.getFailureThrowable()).isNull();
		assertThat(result.isSuccess()).isTrue();
	}

	private static void assertFailure(CompletableResultCode result, String message) {
		assertThat(result.isDone()).isTrue();
		assertThat(result.isSuccess()).isFalse();
		assertThat(result.getFailureThrowable()).hasMessage(message);
	}

	/**
	 * A span that cannot be read.
	 */
	private static final class BrokenSpan extends DelegatingSpanData {

		private BrokenSpan(SpanData delegate) {
			super(delegate);
		}

		@Override
		public String getName() {
			throw new IllegalStateException("broken");
		}

	}

}
