// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.messaging.EventBusMeters;
import com.starmates.telemetry.messaging.ObservedNats;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Subscription;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;

/**
 * An application with the OpenTelemetry agent that uses core NATS: it publishes and
 * requests, to a handler, and publishes what it then asks for, within its span and
 * outside of it. A client in Go publishes, too. Prints the ids of the trace, and of where
 * each message was worked on.
 */
public final class CoreNats {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private CoreNats() {
	}

	/**
	 * Run the application.
	 * @param arguments the address of the server
	 * @throws Exception if a message does not come
	 */
	public static void main(String[] arguments) throws Exception {
		OpenTelemetry openTelemetry = GlobalOpenTelemetry.get();
		ObservedNats nats = new ObservedNats(openTelemetry, new EventBusMeters(GuardedMeters.disabled()),
				Masker.standard());
		Span root = openTelemetry.getTracer("test").spanBuilder("root").startSpan();
		CountDownLatch handled = new CountDownLatch(3);
		try (Connection connection = nats.observe(Nats.connect(arguments[0]))) {
			connection.createDispatcher((message) -> handle(connection, message, handled)).subscribe("core.handled");
			Subscription subscription = connection.subscribe("core.asked");
			connection.flush(LIMIT);
			try (Scope scope = root.makeCurrent()) {
				print("root");
				connection.publish("core.handled", new byte[0]);
				connection.request("core.handled", new byte[0], LIMIT);
				connection.publish("core.asked", new byte[0]);
				nats.process(subscription.nextMessage(LIMIT), (message) -> print("asked"));
				connection.publish("core.asked", new byte[0]);
			}
			nats.process(subscription.nextMessage(LIMIT), (message) -> print("asked"));
			publishAsGoDoes(arguments[0], root);
			handled.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		finally {
			root.end();
		}
	}

	private static void handle(Connection connection, Message message, CountDownLatch handled) {
		print("handled");
		if (message.getReplyTo() != null) {
			connection.publish(message.getReplyTo(), new byte[0]);
		}
		handled.countDown();
	}

	/** Headers of Go's client begin with a capital; nobody adds what the agent would. */
	private static void publishAsGoDoes(String url, Span span) throws IOException {
		URI server = URI.create(url);
		SpanContext context = span.getSpanContext();
		String headers = "NATS/1.0\r\nTraceparent: 00-" + context.getTraceId() + "-" + context.getSpanId()
				+ "-01\r\n\r\n";
		try (Socket socket = new Socket(server.getHost(), server.getPort())) {
			socket.getOutputStream()
				.write(("CONNECT {\"headers\":true,\"verbose\":false}\r\nHPUB core.handled " + headers.length() + " "
						+ headers.length() + "\r\n" + headers + "\r\nPING\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			BufferedReader answers = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			if (answers.lines().noneMatch("PONG"::equals)) {
				throw new IOException("The server has not taken the message");
			}
		}
	}

	private static void print(String where) {
		System.out.println(where + " " + Span.current().getSpanContext().getTraceId());
	}

}
