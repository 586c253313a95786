// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;

import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.model.observation.ModelObservationContext;

/**
 * Records the calls of Spring AI's models, of which it learns by their observations. It
 * reads an answer as a filter, while the span can still be written to, and records the
 * meters as a handler.
 *
 * @since 1.0.0
 */
public final class ModelObservations implements ObservationHandler<ModelObservationContext<?, ?>>, ObservationFilter {

	/** What vector stores of Spring AI observe, with the user's question. */
	private static final String VECTOR_STORE = "db.vector.client.operation";

	private static final String VECTOR_STORE_QUESTION = "db.vector.query.content";

	private final ModelCalls calls;

	private final ModelAnswers answers;

	/**
	 * Create what records Spring AI's calls.
	 * @param calls records them
	 * @param answers reads what models answered
	 */
	public ModelObservations(ModelCalls calls, ModelAnswers answers) {
		this.calls = calls;
		this.answers = answers;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ModelObservationContext;
	}

	@Override
	public void onStart(ModelObservationContext<?, ?> context) {
		Guarded.run(() -> start(context));
	}

	private void start(ModelObservationContext<?, ?> context) {
		String provider = context.getOperationMetadata().provider();
		CallRecord call = new CallRecord(provider, RequestedModel.of(context.getRequest()), this.calls.now());
		context.put(CallRecord.class, call);
		StreamedAnswer streamed = isStreamed(context) ? StreamedAnswer.take() : null;
		if (streamed != null) {
			context.put(StreamedAnswer.class, streamed);
			this.answers.expectStream();
		}
	}

	/** A model that is asked while another's answer is subscribed to may just answer. */
	private static boolean isStreamed(Observation.Context context) {
		return context instanceof ChatModelObservationContext chat && chat.isStreaming();
	}

	@Override
	public Observation.Context map(Observation.Context context) {
		if (context instanceof ModelObservationContext<?, ?> model) {
			CallRecord call = model.get(CallRecord.class);
			if (call != null) {
				Guarded.run(() -> read(model, call));
			}
		}
		else if (VECTOR_STORE.equals(context.getName())) {
			context.removeHighCardinalityKeyValue(VECTOR_STORE_QUESTION);
		}
		return context;
	}

	private void read(ModelObservationContext<?, ?> context, CallRecord call) {
		Span span = span(context);
		if (span.getSpanContext().isValid()) {
			TypedAttributes.move(context, span);
		}
		StreamedAnswer streamed = context.get(StreamedAnswer.class);
		this.answers.read(context, streamed, call);
		if (streamed == null || streamed.isComplete() || call.isEstimated()) {
			this.calls.price(call);
		}
		this.calls.describe(span, call);
	}

	@Override
	public void onStop(ModelObservationContext<?, ?> context) {
		CallRecord call = context.get(CallRecord.class);
		if (call != null) {
			call.failed(context.getError());
			Guarded.run(() -> record(context, call, this.calls.now()));
		}
	}

	/** What a stream used is known for sure when all of it has been seen. */
	private void record(ModelObservationContext<?, ?> context, CallRecord call, long end) {
		StreamedAnswer streamed = context.get(StreamedAnswer.class);
		if (streamed == null) {
			this.calls.record(span(context), call, end);
			return;
		}
		streamed.whenFinished(() -> {
			Guarded.run(() -> this.answers.read(context, streamed, call));
			Guarded.run(() -> this.calls.price(call));
			this.calls.record(span(context), call, end);
		});
	}

	private static Span span(Observation.Context context) {
		TracingContext tracing = context.get(TracingContext.class);
		return (tracing != null && tracing.getSpan() instanceof OtelSpan span) ? OtelSpan.toOtel(span)
				: Span.getInvalid();
	}

}
