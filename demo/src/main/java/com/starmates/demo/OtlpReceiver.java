// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Receives OTLP over HTTP in place of a collector, and keeps the spans.
 */
final class OtlpReceiver implements AutoCloseable {

	private static final Duration QUIET = Duration.ofMillis(400);

	private final List<Span> spans = new CopyOnWriteArrayList<>();

	private final Changes changes = new Changes();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private OtlpReceiver(HttpServer server) {
		this.server = server;
	}

	/** Start on a port of the loopback interface, {@code 0} for any. */
	static OtlpReceiver start(int port) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
		OtlpReceiver receiver = new OtlpReceiver(server);
		server.createContext("/v1/traces", receiver::traces);
		server.createContext("/v1/metrics", receiver::ignored);
		server.createContext("/v1/logs", receiver::ignored);
		server.setExecutor(receiver.threads);
		server.start();
		return receiver;
	}

	/** Return what {@code OTEL_EXPORTER_OTLP_ENDPOINT} should be. */
	String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Answer GET requests below a path: the rest of the path gives lines of text. */
	void serve(String path, Function<String, List<String>> lines) {
		this.server.createContext(path, (exchange) -> {
			String rest = exchange.getRequestURI().getPath().substring(path.length());
			reply(exchange, String.join("\n", lines.apply(rest)) + "\n");
		});
	}

	/** Return the spans so far. */
	List<Span> spans() {
		return List.copyOf(this.spans);
	}

	Trace trace(String id) {
		return Trace.of(id, spans());
	}

	/**
	 * Wait until a trace is as it should be and nothing more of it arrives; return it as
	 * it then is.
	 */
	Trace awaitTrace(String id, Predicate<Trace> condition, Duration limit) throws InterruptedException {
		if (this.changes.await(() -> condition.test(trace(id)), limit)) {
			this.changes.awaitQuiet(QUIET, limit);
		}
		return trace(id);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void traces(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = body(exchange)) {
			this.spans.addAll(OtlpSpans.read(body));
			this.changes.happened();
			accept(exchange);
		}
	}

	private void ignored(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = body(exchange)) {
			body.readAllBytes();
			accept(exchange);
		}
	}

	private static void reply(HttpExchange exchange, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	private static InputStream body(HttpExchange exchange) throws IOException {
		boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		return gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
	}

	/** An empty message means that everything was taken. */
	private static void accept(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
		exchange.sendResponseHeaders(200, -1);
	}

}
