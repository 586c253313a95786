// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.proxy.InterfaceProxy;
import com.starmates.telemetry.tracking.JavaAgent;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.MessageHandler;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/**
 * Lets messages over NATS, with and without JetStream, carry the trace of who sends them,
 * and counts them. Connections that are beans are observed as they are; one that is not
 * takes a line:
 *
 * <pre class="code">
 * Connection connection = observedNats.observe(Nats.connect());
 * </pre>
 *
 * @since 1.0.0
 */
public final class ObservedNats {

	private final NatsSpans spans;

	private final EventBusMeters meters;

	/**
	 * Create what observes connections. Where the OpenTelemetry Java agent is attached,
	 * it makes the spans of what it knows of NATS.
	 * @param openTelemetry makes the spans, and knows how context is propagated
	 * @param meters counts messages
	 * @param masker what spans must not tell
	 */
	public ObservedNats(OpenTelemetry openTelemetry, EventBusMeters meters, Masker masker) {
		this.spans = new NatsSpans(openTelemetry, masker, JavaAgent.isAttached());
		this.meters = meters;
	}

	/**
	 * Return a connection whose messages carry their trace: what is published or
	 * requested by it or its JetStream, and what its dispatchers, subscriptions and
	 * consumers receive.
	 * @param connection a connection
	 * @return the observed one, which has all interfaces of the other; the other itself
	 * if it is observed already
	 */
	public Connection observe(Connection connection) {
		if (isObserved(connection)) {
			return connection;
		}
		return NatsProxy.connection(connection, new NatsRecorder(connection, this.spans, this.meters));
	}

	/**
	 * Tell whether a connection is observed.
	 * @param connection a connection
	 * @return whether it is from {@link #observe}
	 */
	public static boolean isObserved(Connection connection) {
		return InterfaceProxy.handler(connection, NatsProxy.class) != null;
	}

	/**
	 * Work on a message that was asked for, as part of the trace that has sent it. What
	 * is given to a handler by NATS is worked on so without it.
	 * @param message a message from {@code nextMessage}, {@code next}, {@code fetch} or
	 * {@code iterate}; nothing happens if none came
	 * @param handler works on the message
	 * @throws InterruptedException if the handler is interrupted
	 */
	public void process(@Nullable Message message, MessageHandler handler) throws InterruptedException {
		if (message == null) {
			return;
		}
		Connection connection = message.getConnection();
		if (connection == null) {
			handler.onMessage(message);
			return;
		}
		NatsRecorder recorder = new NatsRecorder(connection, this.spans, this.meters);
		recorder.processAskedFor(ObservedMessage.of(message, recorder), handler);
	}

}
