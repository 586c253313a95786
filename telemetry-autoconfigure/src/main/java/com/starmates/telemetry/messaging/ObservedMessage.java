// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;

import com.starmates.telemetry.proxy.InterfaceProxy;
import io.nats.client.Message;
import io.nats.client.impl.AckType;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * A message that was received, and counts once, when it is known what became of it.
 */
final class ObservedMessage extends InterfaceProxy {

	private final Message message;

	private final NatsRecorder recorder;

	private final AtomicBoolean consumed = new AtomicBoolean();

	private volatile Span span = Span.getInvalid();

	private ObservedMessage(Message message, NatsRecorder recorder) {
		super(message);
		this.message = message;
		this.recorder = recorder;
	}

	/** Return what observes a message; the same as before if it is observed already. */
	static ObservedMessage of(Message message, NatsRecorder recorder) {
		ObservedMessage known = handler(message, ObservedMessage.class);
		return (known != null) ? known : new ObservedMessage(message, recorder);
	}

	/** Return the message as it came. */
	Message message() {
		return this.message;
	}

	/** Return the message as the application gets it. */
	Message proxy() {
		return create(Message.class, this);
	}

	@Override
	protected @Nullable Object watch(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		return switch (method.getName()) {
			case "ack", "ackSync" -> settle(method, arguments, MessageOutcome.ACK);
			case "nak", "nakWithDelay" -> settle(method, arguments, MessageOutcome.NAK);
			case "term" -> settle(method, arguments, MessageOutcome.DEAD_LETTER);
			default -> NatsProxy.observed(call(method, arguments), this.recorder);
		};
	}

	private @Nullable Object settle(Method method, Object @Nullable [] arguments, MessageOutcome outcome)
			throws Throwable {
		boolean open = !isSettled();
		Object result = call(method, arguments);
		if (open && isSettled()) {
			consumed(outcome);
		}
		return result;
	}

	private boolean isSettled() {
		AckType last = this.message.lastAck();
		return last != null && last.terminal;
	}

	/** A message that nobody settles is done as soon as somebody has it. */
	ObservedMessage received() {
		if (!this.message.isJetStream()) {
			consumed(MessageOutcome.ACK);
		}
		return this;
	}

	void processedBy(Span work) {
		this.span = work;
	}

	/** The handler is done; whether NATS now settles the message is part of the call. */
	void returned(boolean settled) {
		if (settled || !this.message.isJetStream()) {
			consumed(MessageOutcome.ACK);
		}
	}

	/** A message that nobody settles will not come again. */
	void failed() {
		if (!this.message.isJetStream()) {
			consumed(MessageOutcome.DEAD_LETTER);
		}
	}

	private void consumed(MessageOutcome outcome) {
		if (this.consumed.compareAndSet(false, true)) {
			this.span.setAttribute(MessagingSpanAttributes.OUTCOME, outcome.toString());
			this.recorder.consumed(this.message, outcome);
		}
	}

}
