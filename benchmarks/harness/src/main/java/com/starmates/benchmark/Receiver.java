// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/**
 * Receives OTLP over HTTP in place of a collector, and counts server spans.
 */
final class Receiver implements AutoCloseable {

	private final Map<String, LongAdder> serverSpans = new ConcurrentHashMap<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	private final HttpServer server;

	private Receiver(HttpServer server) {
		this.server = server;
	}

	static Receiver start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		Receiver receiver = new Receiver(server);
		server.createContext("/v1/traces", receiver::traces);
		server.createContext("/", receiver::others);
		server.setExecutor(receiver.threads);
		server.start();
		return receiver;
	}

	/** Return what {@code OTEL_EXPORTER_OTLP_ENDPOINT} should be. */
	String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Return how many server spans a service has sent. */
	long serverSpans(String serviceName) {
		LongAdder spans = this.serverSpans.get(serviceName);
		return (spans != null) ? spans.sum() : 0;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void traces(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = body(exchange)) {
			ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::count);
			accept(exchange);
		}
	}

	private void others(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			body.readAllBytes();
			accept(exchange);
		}
	}

	private void count(ResourceSpans spans) {
		long count = spans.getScopeSpansList()
			.stream()
			.map(ScopeSpans::getSpansList)
			.flatMap(List::stream)
			.filter((span) -> span.getKind() == SpanKind.SPAN_KIND_SERVER)
			.count();
		this.serverSpans.computeIfAbsent(serviceName(spans), (name) -> new LongAdder()).add(count);
	}

	private static String serviceName(ResourceSpans spans) {
		return spans.getResource()
			.getAttributesList()
			.stream()
			.filter((attribute) -> attribute.getKey().equals("service.name"))
			.map(KeyValue::getValue)
			.map((value) -> value.getStringValue())
			.findFirst()
			.orElse("");
	}

	private static InputStream body(HttpExchange exchange) throws IOException {
		boolean gzip = "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		return gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
	}

	private static void accept(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
		exchange.sendResponseHeaders(200, -1);
	}

}
