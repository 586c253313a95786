// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service with the OpenTelemetry agent tells the next one.
 */
class PropagationAgentIT {

	private final BlockingQueue<List<String>> received = new LinkedBlockingQueue<>();

	@Test
	void headersOfTheTraceAreWrittenOnce() throws Exception {
		try (Stage stage = Stage.exporting(
				Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + System.getProperty("demo.agent")), Service.GATEWAY)) {
			HttpServer engine = startEngine(stage.ports().of(Service.ENGINE));
			Reply reply = stage.http()
				.send(Service.GATEWAY,
						Call.post("/api/v1/sessions", "{\"userId\":\"user_12345\",\"segment\":\"premium\"}")
							.withApiKey());
			engine.stop(0);
			Trace trace = stage.receiver()
				.awaitTrace(reply.trackingId(), (each) -> each.spans().size() == 4 && each.isTree(),
						AbstractTrackingHeaderIT.LIMIT);
			assertThat(trace.spans()).extracting(Span::name)
				.containsExactly("POST /api/v1/sessions", "onboarding", "onboarding session", "POST");
			assertThat(this.received.remove()).singleElement()
				.asString()
				.startsWith("00-" + trace.id() + "-" + trace.spans().get(3).spanId() + "-");
			assertThat(this.received).isEmpty();
		}
	}

	private HttpServer startEngine(int port) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
		server.createContext("/", (exchange) -> {
			try (exchange) {
				this.received.add(List.copyOf(exchange.getRequestHeaders().get("traceparent")));
				exchange.sendResponseHeaders(500, -1);
			}
		});
		server.start();
		return server;
	}

}
