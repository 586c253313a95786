// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.util.List;

import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.ScopedTracer;
import io.nats.client.Message;
import io.nats.client.Subscription;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsJetStreamMetaData;
import io.nats.client.impl.NatsMessage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of messages, and takes their trace from one side to the other.
 */
final class NatsSpans {

	private static final String TRACE_STATE = "tracestate";

	private static final String MESSAGE_ID = "Nats-Msg-Id";

	private final Tracer tracer;

	private final TextMapPropagator propagator;

	private final SpanExceptions exceptions;

	private final boolean agent;

	/**
	 * Create the spans of NATS.
	 * @param openTelemetry makes them
	 * @param masker what they must not tell
	 * @param agent whether the OpenTelemetry agent makes those that it can: of what is
	 * sent over core NATS, and around handlers
	 */
	NatsSpans(OpenTelemetry openTelemetry, Masker masker, boolean agent) {
		this.tracer = ScopedTracer.of(openTelemetry, NatsSpans.class);
		this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
		this.exceptions = new SpanExceptions(masker);
		this.agent = agent;
	}

	/** Return whether the agent makes the spans that it can. */
	boolean isLeftToAgent() {
		return this.agent;
	}

	/**
	 * Return whether the agent has made a span of the work on a message that NATS has
	 * just given to us: the current one is of the sender's trace, or the message has
	 * none.
	 */
	boolean isCurrent(Context sender) {
		SpanContext current = Span.current().getSpanContext();
		SpanContext sent = Span.fromContext(sender).getSpanContext();
		return this.agent && current.isValid() && (!sent.isValid() || current.getTraceId().equals(sent.getTraceId()));
	}

	Span send(String operation, NatsSubject subject, Message message, @Nullable NatsServer server) {
		SpanBuilder span = start(operation, "send", subject, server).setSpanKind(SpanKind.PRODUCER);
		describe(span, message);
		return span.startSpan();
	}

	/**
	 * Return a message that carries a context. The one given is left as it is: it may be
	 * sent again, or be one that was received.
	 */
	Message carrying(Context context, Message message) {
		Headers headers = new Headers(message.getHeaders());
		NatsHeaders.remove(headers, TRACE_STATE);
		this.propagator.inject(context, headers, NatsHeaders.INSTANCE);
		return NatsMessage.builder()
			.subject(message.getSubject())
			.replyTo(message.getReplyTo())
			.headers(headers)
			.data(message.getData())
			.build();
	}

	/** Return what the sender was about; the root where nothing can be told. */
	Context sender(Message message) {
		return this.propagator.extract(Context.root(), message.getHeaders(), NatsHeaders.INSTANCE);
	}

	/**
	 * Return the span of messages that were asked for. It belongs to who has asked, and
	 * is linked to who has sent; where nobody else is known, to the sender of the first.
	 */
	Span receive(List<Message> messages, NatsSubject subject, @Nullable NatsServer server) {
		Message first = messages.get(0);
		SpanBuilder span = start("receive", "receive", subject, server).setSpanKind(SpanKind.CLIENT);
		boolean asked = Span.current().getSpanContext().isValid();
		if (!asked) {
			span.setParent(sender(first));
		}
		for (Message message : messages) {
			SpanContext sent = Span.fromContext(sender(message)).getSpanContext();
			if (sent.isValid() && (asked || message != first)) {
				span.addLink(sent);
			}
		}
		if (messages.size() > 1) {
			span.setAttribute(MessagingSpanAttributes.BATCH_SIZE, (long) messages.size());
		}
		else {
			describe(span, first);
		}
		return span.startSpan();
	}

	Span process(Context sender, Message message, NatsSubject subject, @Nullable NatsServer server) {
		SpanBuilder span = start("process", "process", subject, server).setSpanKind(SpanKind.CONSUMER)
			.setParent(sender);
		describe(span, message);
		return span.startSpan();
	}

	void end(Span span, @Nullable Throwable error) {
		if (error != null) {
			this.exceptions.fail(span, error);
		}
		span.end();
	}

	/** A request that nobody has answered in time is no exception to NATS. */
	void endUnanswered(Span span) {
		span.setAttribute(MessagingSpanAttributes.ERROR_TYPE, "timeout");
		span.setStatus(StatusCode.ERROR);
		span.end();
	}

	private SpanBuilder start(String operation, String type, NatsSubject subject, @Nullable NatsServer server) {
		SpanBuilder span = this.tracer.spanBuilder(operation + " " + subject.template())
			.setAttribute(MessagingSpanAttributes.SYSTEM, "nats")
			.setAttribute(MessagingSpanAttributes.OPERATION_NAME, operation)
			.setAttribute(MessagingSpanAttributes.OPERATION_TYPE, type)
			.setAttribute(MessagingSpanAttributes.DESTINATION_NAME, subject.name());
		if (subject.isTemporary()) {
			span.setAttribute(MessagingSpanAttributes.DESTINATION_TEMPORARY, true);
		}
		else if (subject.isTemplated()) {
			span.setAttribute(MessagingSpanAttributes.DESTINATION_TEMPLATE, subject.template());
		}
		if (server != null) {
			span.setAttribute(MessagingSpanAttributes.SERVER_ADDRESS, server.host());
			span.setAttribute(MessagingSpanAttributes.SERVER_PORT, (long) server.port());
		}
		return span;
	}

	private static void describe(SpanBuilder span, Message message) {
		byte[] body = message.getData();
		span.setAttribute(MessagingSpanAttributes.BODY_SIZE, (body != null) ? (long) body.length : 0L);
		set(span, MessagingSpanAttributes.MESSAGE_ID, NatsHeaders.INSTANCE.get(message.getHeaders(), MESSAGE_ID));
		Subscription subscription = message.getSubscription();
		if (message.isJetStream()) {
			NatsJetStreamMetaData delivery = message.metaData();
			set(span, MessagingSpanAttributes.STREAM, delivery.getStream());
			set(span, MessagingSpanAttributes.CONSUMER_GROUP, delivery.getConsumer());
			span.setAttribute(MessagingSpanAttributes.DELIVERY_COUNT, delivery.deliveredCount());
		}
		else if (subscription != null) {
			set(span, MessagingSpanAttributes.CONSUMER_GROUP, subscription.getQueueName());
		}
	}

	private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			span.setAttribute(key, value);
		}
	}

}
