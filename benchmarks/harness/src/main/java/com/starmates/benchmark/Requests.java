// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * The requests of a load, ready to be written, one after the other.
 */
final class Requests {

	private static final String[] CONTEXT = { "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"tracestate: vendor=t61rcWkgMzE,other=00f067aa0ba902b7", "baggage: tenant=alpha,plan=premium" };

	private final ByteBuffer[] requests;

	private int next;

	Requests(Shape shape) {
		this.requests = IntStream.range(0, Math.max(1, shape.routes()))
			.mapToObj((route) -> (shape.routes() > 0) ? "/api/v1/sessions-" + route : "/api/v1/sessions")
			.map((path) -> request(path + "/session_67890", shape.headers()))
			.map((text) -> ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)))
			.toArray(ByteBuffer[]::new);
	}

	/** Return the next one, in turns. */
	ByteBuffer next() {
		ByteBuffer request = this.requests[this.next];
		this.next = (this.next + 1) % this.requests.length;
		return request.duplicate();
	}

	private static String request(String path, int headers) {
		StringBuilder text = new StringBuilder("GET ").append(path)
			.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmark/1.0\r\nAccept: application/json\r\n");
		for (int i = 0; i < headers; i++) {
			text.append((i < CONTEXT.length) ? CONTEXT[i] : "X-Context-" + i + ": value-of-header-" + i).append("\r\n");
		}
		return text.append("\r\n").toString();
	}

}
