// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Somebody else's service: keeps the headers it gets, and answers with the status that
 * the last part of the path says.
 */
public final class EchoServer implements AutoCloseable {

	private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();

	private final HttpServer server;

	/**
	 * Start on any port of the loopback interface.
	 * @throws IOException if there is none
	 */
	public EchoServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.received.add(exchange.getRequestHeaders());
			exchange.getRequestBody().readAllBytes();
			String path = exchange.getRequestURI().getPath();
			exchange.sendResponseHeaders(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), -1);
		}
	}

	/**
	 * Return the port that it listens at.
	 * @return the port
	 */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Return the address without a path.
	 * @return the address
	 */
	public String url() {
		return "http://127.0.0.1:" + port();
	}

	/**
	 * Return the headers of the next request that has been received.
	 * @return the headers
	 */
	public Headers headers() {
		return this.received.remove();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
