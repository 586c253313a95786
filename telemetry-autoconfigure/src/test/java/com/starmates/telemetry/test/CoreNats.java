// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.messaging.EventBusMeters;
import com.starmates.telemetry.messaging.ObservedNats;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Nats;
import io.nats.client.Subscription;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/**
 * An application with the OpenTelemetry agent that uses core NATS: it publishes and
 * requests, to a handler, and publishes what it then asks for. Prints the ids of the
 * trace, and of where each message was worked on.
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
		CountDownLatch handled = new CountDownLatch(2);
		try (Connection connection = nats.observe(Nats.connect(arguments[0]))) {
			Dispatcher dispatcher = connection.createDispatcher((message) -> {
				print("handled");
				if (message.getReplyTo() != null) {
					connection.publish(message.getReplyTo(), new byte[0]);
				}
				handled.countDown();
			});
			dispatcher.subscribe("core.handled");
			Subscription subscription = connection.subscribe("core.asked");
			connection.flush(LIMIT);
			try (Scope scope = root.makeCurrent()) {
				print("root");
				connection.publish("core.handled", new byte[0]);
				connection.request("core.handled", new byte[0], LIMIT);
				connection.publish("core.asked", new byte[0]);
			}
			nats.process(subscription.nextMessage(LIMIT), (message) -> print("asked"));
			handled.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
		}
		finally {
			root.end();
		}
	}

	private static void print(String where) {
		System.out.println(where + " " + Span.current().getSpanContext().getTraceId());
	}

}
