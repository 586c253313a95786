// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Plays the services that the sample calls: answers what it is told to, and keeps what it
 * was last asked, path by path.
 */
final class Neighbour {

	private final HttpServer server;

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final Map<String, Question> questions = new ConcurrentHashMap<>();

	Neighbour() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void answers(String path, int status, String json) {
		this.answers.put(path, new Answer(status, json));
	}

	Question asked(String path) {
		return this.questions.get(path);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.questions.put(path, new Question(exchange.getRequestHeaders().getFirst("traceparent"), body));
			Answer answer = this.answers.getOrDefault(path, new Answer(404, "{}"));
			byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(answer.status(), json.length);
			exchange.getResponseBody().write(json);
		}
	}

	record Question(String traceparent, String body) {

	}

	record Answer(int status, String json) {

	}

}
