// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.ScopedTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Lets batch listeners of Kafka work in the trace of who has sent the records, for which
 * Spring has no observation. A batch from one trace belongs to it; a batch from many has
 * a trace of its own, which is linked to all of them.
 *
 * @since 1.0.0
 */
public final class ObservedBatches implements BatchInterceptor<Object, Object> {

	private static final Logger logger = LoggerFactory.getLogger(ObservedBatches.class);

	private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();

	private final Tracer tracer;

	private final TextMapPropagator propagator;

	private final SpanExceptions exceptions;

	/**
	 * Create an interceptor.
	 * @param openTelemetry makes the spans, and knows how context is propagated
	 * @param masker what spans must not tell
	 */
	public ObservedBatches(OpenTelemetry openTelemetry, Masker masker) {
		this.tracer = ScopedTracer.of(openTelemetry, ObservedBatches.class);
		this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
		this.exceptions = new SpanExceptions(masker);
	}

	@Override
	public ConsumerRecords<Object, Object> intercept(ConsumerRecords<Object, Object> records,
			Consumer<Object, Object> consumer) {
		end(null);
		try {
			if (!records.isEmpty()) {
				begin(records, consumer);
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The work on a batch cannot be observed", ex);
		}
		return records;
	}

	@Override
	public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
		end(null);
	}

	@Override
	public void failure(ConsumerRecords<Object, Object> records, Exception exception,
			Consumer<Object, Object> consumer) {
		end(exception);
	}

	/** The scope is closed when the listener has ended. */
	@SuppressWarnings("MustBeClosedChecker")
	private void begin(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
		List<Context> senders = new ArrayList<>(records.count());
		for (ConsumerRecord<Object, Object> message : records) {
			senders.add(this.propagator.extract(Context.root(), message.headers(), RecordHeaders.INSTANCE));
		}
		Context parent = ofOneTrace(senders) ? senders.get(0) : Context.root();
		String topic = records.partitions().iterator().next().topic();
		boolean oneTopic = records.partitions().stream().allMatch((partition) -> partition.topic().equals(topic));
		SpanBuilder span = this.tracer.spanBuilder(oneTopic ? "process " + topic : "process")
			.setSpanKind(SpanKind.CONSUMER)
			.setParent(parent)
			.setAttribute(MessagingSpanAttributes.SYSTEM, "kafka")
			.setAttribute(MessagingSpanAttributes.OPERATION_NAME, "process")
			.setAttribute(MessagingSpanAttributes.OPERATION_TYPE, "process")
			.setAttribute(MessagingSpanAttributes.BATCH_SIZE, (long) records.count())
			.setAttribute(MessagingSpanAttributes.CONSUMER_GROUP, consumer.groupMetadata().groupId());
		if (oneTopic) {
			span.setAttribute(MessagingSpanAttributes.DESTINATION_NAME, topic);
		}
		senders.stream()
			.filter((sender) -> sender != parent)
			.map((sender) -> Span.fromContext(sender).getSpanContext())
			.forEach(span::addLink);
		Span started = span.startSpan();
		this.current.set(new Work(started, TelemetryContext.begin(parent.with(started)).makeCurrent()));
	}

	private static boolean ofOneTrace(List<Context> senders) {
		String trace = Span.fromContext(senders.get(0)).getSpanContext().getTraceId();
		return senders.stream()
			.allMatch((sender) -> Span.fromContext(sender).getSpanContext().getTraceId().equals(trace));
	}

	private void end(@Nullable Exception error) {
		Work work = this.current.get();
		if (work != null) {
			this.current.remove();
			work.scope().close();
			if (error != null) {
				this.exceptions.fail(work.span(), error);
			}
			work.span().end();
		}
	}

	/**
	 * What a thread works on.
	 *
	 * @param span its span
	 * @param scope makes its context current
	 */
	private record Work(Span span, Scope scope) {

	}

	/** Reads context from the headers of records. */
	private enum RecordHeaders implements TextMapGetter<Headers> {

		INSTANCE;

		@Override
		public Iterable<String> keys(Headers headers) {
			List<String> keys = new ArrayList<>();
			headers.forEach((header) -> keys.add(header.key()));
			return keys;
		}

		@Override
		public @Nullable String get(@Nullable Headers headers, String key) {
			Header header = (headers != null) ? headers.lastHeader(key) : null;
			return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8)
					: null;
		}

	}

}
