// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Answers as OpenAI's service does, over real sockets. */
final class OpenAiStub implements AutoCloseable {

	static final String USAGE = """
			"usage": {"prompt_tokens": 1200, "completion_tokens": 300, "total_tokens": 1500,
			"prompt_tokens_details": {"cached_tokens": 1000}}""";

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> traceParents = new CopyOnWriteArrayList<>();

	/** Streams wait for it after each chunk but the last. */
	private final BlockingQueue<Boolean> goOn = new LinkedBlockingQueue<>();

	private volatile int status = 200;

	private volatile String usage = USAGE;

	private volatile boolean stepwise;

	OpenAiStub() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/v1/chat/completions", this::chat);
		this.server.createContext("/v1/embeddings", this::embed);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/v1";
	}

	/** Answer as at first. */
	void reset() {
		this.status = 200;
		this.usage = USAGE;
		this.stepwise = false;
		this.goOn.clear();
		this.traceParents.clear();
	}

	void fail(int with) {
		this.status = with;
	}

	void tell(String other) {
		this.usage = other;
	}

	void streamStepwise() {
		this.stepwise = true;
	}

	void goOn() {
		this.goOn.add(true);
	}

	List<String> traceParents() {
		return this.traceParents;
	}

	@Override
	public void close() {
		goOn();
		goOn();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void chat(HttpExchange exchange) throws IOException {
		String request = read(exchange);
		if (this.status != 200) {
			answer(exchange, "{\"error\": {\"message\": \"Slow down, key sk-abcdefghijklmnop1234567890\"}}");
		}
		else if (request.contains("\"stream\":true")) {
			stream(exchange);
		}
		else {
			answer(exchange, """
					{"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o-2024-08-06",
					"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello there", "refusal": null,
					"annotations": []}, "logprobs": null, "finish_reason": "stop"}], %s}""".formatted(this.usage));
		}
	}

	private void stream(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream body = exchange.getResponseBody()) {
			send(body, choices("{\"role\": \"assistant\", \"content\": \"Hello\"}", null));
			send(body, choices("{\"content\": \" there\"}", null));
			if (this.stepwise) {
				this.goOn.take();
			}
			send(body, choices("{\"content\": \", friend\"}", null));
			send(body, choices("{}", "stop"));
			send(body, "\"choices\": [], " + this.usage);
			body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String choices(String delta, @Nullable String finishReason) {
		return "\"choices\": [{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}]".formatted(delta,
				(finishReason != null) ? '"' + finishReason + '"' : "null");
	}

	private static void send(OutputStream body, String content) throws IOException {
		String chunk = """
				{"id": "chatcmpl-2", "object": "chat.completion.chunk", "created": 1,
				"model": "gpt-4o-2024-08-06", %s}""".formatted(content);
		body.write(("data: " + chunk.replace("\n", "") + "\n\n").getBytes(StandardCharsets.UTF_8));
		body.flush();
	}

	private void embed(HttpExchange exchange) throws IOException {
		read(exchange);
		answer(exchange, """
				{"object": "list", "model": "text-embedding-3-small",
				"data": [{"object": "embedding", "index": 0, "embedding": [0.5, 0.25]}],
				"usage": {"prompt_tokens": 8, "total_tokens": 8}}""");
	}

	private String read(HttpExchange exchange) throws IOException {
		this.traceParents.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
		return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
	}

	private void answer(HttpExchange exchange, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(this.status, bytes.length);
		try (OutputStream response = exchange.getResponseBody()) {
			response.write(bytes);
		}
	}

}
