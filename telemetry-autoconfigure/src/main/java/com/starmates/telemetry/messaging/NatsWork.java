// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import com.starmates.telemetry.context.TelemetryContext;
import io.nats.client.Message;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The work on a message.
 *
 * @param span its span, if that is ours
 * @param context what it is done in
 */
record NatsWork(Span span, Context context) {

	/**
	 * Begin the work on a message that NATS gives to a handler. The agent's span is
	 * around it already, if it is attached; where it has not found the sender, ours is
	 * beside it. What the agent keeps in the context stays, so that it makes no third
	 * span around the application's handler.
	 */
	static NatsWork given(NatsSpans spans, Message message, NatsSubject subject, @Nullable NatsServer server) {
		Context sender = spans.sender(message);
		if (spans.isCurrent(sender)) {
			return new NatsWork(Span.getInvalid(), TelemetryContext.begin(Context.current()));
		}
		Span span = spans.process(sender, message, subject, server);
		Context base = spans.isLeftToAgent() ? Baggage.fromContext(sender).storeInContext(Context.current()) : sender;
		return new NatsWork(span, TelemetryContext.begin(base.with(span)));
	}

	/**
	 * Begin the work on a message that was asked for. The agent makes its span around the
	 * application's handler, if it is attached.
	 */
	static NatsWork askedFor(NatsSpans spans, Message message, NatsSubject subject, @Nullable NatsServer server) {
		Context sender = spans.sender(message);
		if (spans.isLeftToAgent()) {
			return new NatsWork(Span.getInvalid(), TelemetryContext.begin(sender));
		}
		Span span = spans.process(sender, message, subject, server);
		return new NatsWork(span, TelemetryContext.begin(sender.with(span)));
	}

	/**
	 * Begin work of which nothing can be told: in what is current, which may be the
	 * agent's.
	 */
	static NatsWork unobserved() {
		return new NatsWork(Span.getInvalid(), Context.current());
	}

}
