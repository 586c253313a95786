// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import com.starmates.telemetry.proxy.InterfaceProxy;
import io.nats.client.BaseConsumerContext;
import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.JetStream;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamReader;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.MessageHandler;
import io.nats.client.PublishOptions;
import io.nats.client.StreamContext;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import org.jspecify.annotations.Nullable;

/**
 * A connection, or what was made by one, whose messages are recorded. What it returns is
 * a proxy as well, if it sends or receives; key-value and object stores are left alone.
 */
final class NatsProxy extends InterfaceProxy {

	private static final String REQUEST = "request";

	private final NatsRecorder recorder;

	private NatsProxy(Object target, NatsRecorder recorder) {
		super(target);
		this.recorder = recorder;
	}

	/** Return what stands for a connection. */
	static Connection connection(Connection connection, NatsRecorder recorder) {
		return create(Connection.class, new NatsProxy(connection, recorder));
	}

	/** Return what stands for an object of NATS's, or the object if it needs nobody. */
	static @Nullable Object observed(@Nullable Object object, NatsRecorder recorder) {
		if (object instanceof Connection || object instanceof JetStream || object instanceof Consumer
				|| object instanceof StreamContext || object instanceof BaseConsumerContext
				|| object instanceof MessageConsumer || object instanceof JetStreamReader
				|| object instanceof JetStreamManagement) {
			return create(Object.class, new NatsProxy(object, recorder));
		}
		return object;
	}

	@Override
	protected @Nullable Object watch(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		Object[] own = (arguments != null) ? own(arguments) : null;
		switch (method.getName()) {
			case "publish", "publishAsync", REQUEST, "requestWithTimeout":
				return (own != null && (own[0] != null)) ? send(method, own) : call(method, own);
			default:
				Object result = call(method, own);
				return (result != null && result == target()) ? proxy : returned(result, method);
		}
	}

	/** NATS casts what it is given to classes of its own. */
	private @Nullable Object[] own(@Nullable Object[] arguments) {
		boolean settles = Arrays.asList(arguments).contains(Boolean.TRUE);
		Object[] own = arguments.clone();
		for (int index = 0; index < own.length; index++) {
			own[index] = unwrap(own[index]);
			if (own[index] instanceof MessageHandler handler) {
				own[index] = new ObservedHandler(handler, this.recorder, settles);
			}
		}
		return own;
	}

	private @Nullable Object send(Method method, @Nullable Object[] arguments) throws Exception {
		String name = method.getName();
		Message message = message(arguments);
		Object last = arguments[arguments.length - 1];
		if (target() instanceof JetStream jetStream) {
			PublishOptions options = (last instanceof PublishOptions given) ? given : null;
			return this.recorder.sendToStream(message,
					name.equals("publish") ? (outgoing) -> jetStream.publish(outgoing, options)
							: (outgoing) -> jetStream.publishAsync(outgoing, options));
		}
		Connection connection = (Connection) target();
		Duration timeout = (last instanceof Duration given) ? given : null;
		return switch (name) {
			case "publish" -> this.recorder.send(name, message, (outgoing) -> {
				connection.publish(outgoing);
				return null;
			});
			case REQUEST -> this.recorder.send(REQUEST, message, (method.getReturnType() == Message.class)
					? (outgoing) -> connection.request(outgoing, timeout) : connection::request);
			default ->
				this.recorder.send(REQUEST, message, (outgoing) -> connection.requestWithTimeout(outgoing, timeout));
		};
	}

	/** All that messages are sent by has a form that is given a message. */
	private static Message message(@Nullable Object[] arguments) {
		if (arguments[0] instanceof Message message) {
			return message;
		}
		NatsMessage.Builder message = NatsMessage.builder().subject((String) arguments[0]);
		for (int index = 1; index < arguments.length; index++) {
			if (arguments[index] instanceof String replyTo) {
				message.replyTo(replyTo);
			}
			else if (arguments[index] instanceof Headers headers) {
				message.headers(headers);
			}
			else if (arguments[index] instanceof byte[] body) {
				message.data(body);
			}
		}
		return message.build();
	}

	private @Nullable Object returned(@Nullable Object result, Method method) {
		if (result instanceof Message message) {
			return this.recorder.received(List.of(message)).get(0);
		}
		if (method.getName().equals("fetch") && result instanceof List<?> messages) {
			return this.recorder.received(messages.stream().map(Message.class::cast).toList());
		}
		if (method.getName().equals("iterate") && result instanceof Iterator<?> messages) {
			return new ReceivedMessages(messages, this.recorder);
		}
		return observed(result, this.recorder);
	}

	/**
	 * Messages that are received as they are asked for.
	 *
	 * @param messages the messages
	 * @param recorder records them
	 */
	private record ReceivedMessages(Iterator<?> messages, NatsRecorder recorder) implements Iterator<Message> {

		@Override
		public boolean hasNext() {
			return this.messages.hasNext();
		}

		@Override
		public @Nullable Message next() {
			Object next = this.messages.next();
			return (next instanceof Message message) ? this.recorder.received(List.of(message)).get(0) : null;
		}

	}

}
