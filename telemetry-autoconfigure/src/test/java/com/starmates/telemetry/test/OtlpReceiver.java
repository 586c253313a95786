// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of spans that gives the answers it is told to, and 200 after the last.
 */
public final class OtlpReceiver implements AutoCloseable {

	private static final Answer OK = new Answer(200, Map.of(), new byte[0]);

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private final HttpServer server;

	private final String scheme;

	/** Create one, of HTTPS if there is a context. */
	public OtlpReceiver(@Nullable SSLContext context) throws IOException {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
		this.scheme = (context != null) ? "https" : "http";
		this.server = (context != null) ? secure(HttpsServer.create(address, 0), context)
				: HttpServer.create(address, 0);
		this.server.createContext("/", this::answer);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	private static HttpServer secure(HttpsServer server, SSLContext context) {
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		return server;
	}

	public URI url() {
		return URI.create("%s://localhost:%d/v1/traces".formatted(this.scheme, this.server.getAddress().getPort()));
	}

	public OtlpReceiver answering(int status, String... headers) {
		return answering(status, new byte[0], headers);
	}

	public OtlpReceiver answering(int status, byte[] body, String... headers) {
		this.answers.add(new Answer(status, (headers.length > 0) ? Map.of(headers[0], headers[1]) : Map.of(), body));
		return this;
	}

	/** Answer nothing before a latch opens. */
	public OtlpReceiver waitingFor(CountDownLatch opening) {
		this.gate = opening;
		return this;
	}

	public List<Received> received() {
		return this.received;
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] content = exchange.getRequestBody().readAllBytes();
		this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				exchange.getRequestHeaders(), content, exchange.getRemoteAddress().getPort()));
		waitForGate();
		Answer next = this.answers.poll();
		Answer answer = (next != null) ? next : OK;
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(answer.status(), (answer.body().length > 0) ? answer.body().length : -1);
		exchange.getResponseBody().write(answer.body());
		exchange.close();
	}

	private void waitForGate() throws IOException {
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			throw new InterruptedIOException();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What to answer.
	 *
	 * @param status the status code
	 * @param headers its headers
	 * @param body its body
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Answer(int status, Map<String, String> headers, byte[] body) {

	}

	/**
	 * What was received.
	 *
	 * @param method the method
	 * @param path the path with its query
	 * @param headers the headers
	 * @param content the body
	 * @param port the caller's port, one for each connection
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Received(String method, String path, Headers headers, byte[] content, int port) {

		/** Return the names of the received spans. */
		public List<String> spans() throws IOException {
			InputStream raw = new ByteArrayInputStream(this.content);
			boolean zipped = "gzip".equals(this.headers.getFirst("Content-Encoding"));
			try (InputStream message = zipped ? new GZIPInputStream(raw) : raw) {
				return ExportTraceServiceRequest.parseFrom(message)
					.getResourceSpansList()
					.stream()
					.flatMap((resource) -> resource.getScopeSpansList().stream())
					.flatMap((scope) -> scope.getSpansList().stream())
					.map(Span::getName)
					.toList();
			}
		}

	}

}
