// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.MessageHandler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what is sent and received over one connection. Nothing that goes wrong here
 * keeps a message from its way.
 */
final class NatsRecorder {

	private static final Logger logger = LoggerFactory.getLogger(NatsRecorder.class);

	private final Connection connection;

	private final NatsSpans spans;

	private final EventBusMeters meters;

	private volatile @Nullable NatsServer server;

	NatsRecorder(Connection connection, NatsSpans spans, EventBusMeters meters) {
		this.connection = connection;
		this.spans = spans;
		this.meters = meters;
	}

	Connection connection() {
		return this.connection;
	}

	/**
	 * Send a message over core NATS.
	 * @param operation {@code publish} or {@code request}
	 * @param message the message, without context
	 * @param sending sends what carries it
	 * @return what the sending returns
	 * @throws Exception what it throws
	 */
	@Nullable Object send(String operation, Message message, Sending sending) throws Exception {
		return send(operation, message, sending, !this.spans.isLeftToAgent());
	}

	/**
	 * Send a message to a stream.
	 * @param message the message, without context
	 * @param sending sends what carries it
	 * @return what the sending returns
	 * @throws Exception what it throws
	 */
	@Nullable Object sendToStream(Message message, Sending sending) throws Exception {
		return send("publish", message, sending, true);
	}

	private @Nullable Object send(String operation, Message message, Sending sending, boolean traced) throws Exception {
		Sent sent = begin(operation, message, traced);
		if (sent == null) {
			return sending.send(message);
		}
		Object result;
		try {
			result = sending.send(sent.message());
		}
		catch (Throwable ex) {
			quietly(() -> this.spans.end(sent.span(), ex));
			throw ex;
		}
		if (result instanceof CompletableFuture<?> future) {
			future.whenComplete((answer, error) -> quietly(() -> end(operation, sent, answer, error)));
		}
		else {
			quietly(() -> end(operation, sent, result, null));
		}
		return result;
	}

	private @Nullable Sent begin(String operation, Message message, boolean traced) {
		try {
			NatsSubject subject = subject(message);
			Context context = Context.current();
			Span span = Span.getInvalid();
			if (traced) {
				span = this.spans.send(operation, subject, message, server());
				context = context.with(span);
			}
			return new Sent(span, subject, carryingIfPossible(context, message));
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A message that is sent cannot be observed", ex);
			return null;
		}
	}

	/** A propagator of the application's own may fail: the message goes as it is. */
	private Message carryingIfPossible(Context context, Message message) {
		try {
			return carrying(context, message);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A message that is sent cannot carry its context", ex);
			return message;
		}
	}

	/** What a server would refuse because of headers goes without. */
	private Message carrying(Context context, Message message) {
		if (!Span.fromContext(context).getSpanContext().isValid()
				|| !this.connection.getServerInfo().isHeadersSupported()) {
			return message;
		}
		Message carrying = this.spans.carrying(context, message);
		long most = this.connection.getMaxPayload();
		long size = carrying.getHeaders().serializedLength();
		size += (carrying.getData() != null) ? carrying.getData().length : 0;
		return (most <= 0 || size <= most) ? carrying : message;
	}

	private static void quietly(Runnable recording) {
		try {
			recording.run();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A message cannot be recorded", ex);
		}
	}

	private void end(String operation, Sent sent, @Nullable Object answer, @Nullable Throwable error) {
		boolean request = operation.equals("request");
		if (error == null || request) {
			this.meters.published(sent.subject().template());
		}
		if (request && answer == null && error == null) {
			this.spans.endUnanswered(sent.span());
		}
		else {
			this.spans.end(sent.span(), error);
		}
	}

	/** Record messages that were asked for, and return what to give to who has asked. */
	List<Message> received(List<Message> messages) {
		if (!messages.isEmpty()) {
			quietly(() -> this.spans.receive(messages, subject(messages.get(0)), server()).end());
		}
		return messages.stream()
			.map((message) -> ObservedMessage.of(message, this).received().proxy())
			.collect(Collectors.toCollection(ArrayList::new));
	}

	/**
	 * Work on a message that NATS gives to a handler, as part of the trace that has sent
	 * it.
	 * @param message the message
	 * @param handler works on it
	 * @param settles whether the message is settled when the handler returns
	 * @throws InterruptedException if the handler is interrupted
	 */
	void process(ObservedMessage message, MessageHandler handler, boolean settles) throws InterruptedException {
		process(begin(message.message(), true), message, handler, settles);
	}

	/**
	 * Work on a message that was asked for, as part of the trace that has sent it.
	 * @param message the message
	 * @param handler works on it
	 * @throws InterruptedException if the handler is interrupted
	 */
	void processAskedFor(ObservedMessage message, MessageHandler handler) throws InterruptedException {
		process(begin(message.message(), false), message, handler, false);
	}

	private void process(NatsWork work, ObservedMessage message, MessageHandler handler, boolean settles)
			throws InterruptedException {
		Throwable error = null;
		try (Scope scope = work.context().makeCurrent()) {
			message.processedBy(Span.current());
			handler.onMessage(message.proxy());
			message.returned(settles);
		}
		catch (Throwable ex) {
			error = ex;
			message.failed();
			throw ex;
		}
		finally {
			end(work.span(), error);
		}
	}

	private NatsWork begin(Message message, boolean given) {
		try {
			NatsSubject subject = subject(message);
			return given ? NatsWork.given(this.spans, message, subject, server())
					: NatsWork.askedFor(this.spans, message, subject, server());
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The work on a message cannot be observed", ex);
			return NatsWork.unobserved();
		}
	}

	private void end(Span span, @Nullable Throwable error) {
		quietly(() -> this.spans.end(span, error));
	}

	void consumed(Message message, MessageOutcome outcome) {
		quietly(() -> this.meters.consumed(subject(message).template(), outcome));
	}

	private NatsSubject subject(Message message) {
		return NatsSubject.of(message.getSubject(), this.connection.getOptions().getInboxPrefix());
	}

	private @Nullable NatsServer server() {
		NatsServer known = this.server;
		String url = this.connection.getConnectedUrl();
		if (url == null) {
			return known;
		}
		if (known == null || !known.url().equals(url)) {
			known = NatsServer.of(url);
			this.server = known;
		}
		return known;
	}

	/** Sends a message. */
	interface Sending {

		/**
		 * Send a message.
		 * @param message the message, with its context
		 * @return what NATS returns
		 * @throws Exception what it throws
		 */
		@Nullable Object send(Message message) throws Exception;

	}

	/**
	 * A message on its way.
	 *
	 * @param span its span
	 * @param subject what it is about
	 * @param message the message, with its context
	 */
	private record Sent(Span span, NatsSubject subject, Message message) {

	}

}
