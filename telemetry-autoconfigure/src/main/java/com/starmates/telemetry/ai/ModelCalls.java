// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.LenientSpans;
import com.starmates.telemetry.tracking.ScopedTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * Records calls of AI models that nothing else records: those of Spring AI's models are
 * recorded without a line of code. <pre>{@code
 * try (ModelCall call = this.modelCalls.start("anthropic", "claude-sonnet-4-5")) {
 *     Message answer = this.client.messages().create(question);
 *     call.answered(TokenUsage.of(answer.usage().inputTokens(), answer.usage().outputTokens()));
 * }
 * }</pre>
 *
 * @since 1.0.0
 */
public final class ModelCalls {

	private final Tracer tracer;

	private final ModelCallMeters meters;

	private final PriceTable prices;

	private final CallSpan spans;

	private final LongSupplier nanoTime;

	/**
	 * Create what records calls.
	 * @param openTelemetry makes their spans
	 * @param meters records their meters
	 * @param prices what tokens cost
	 * @param masker what spans must not tell of errors
	 */
	public ModelCalls(OpenTelemetry openTelemetry, ModelCallMeters meters, PriceTable prices, Masker masker) {
		this(openTelemetry, meters, prices, masker, System::nanoTime);
	}

	ModelCalls(OpenTelemetry openTelemetry, ModelCallMeters meters, PriceTable prices, Masker masker,
			LongSupplier nanoTime) {
		this.tracer = ScopedTracer.of(openTelemetry, ModelCalls.class);
		this.meters = meters;
		this.prices = prices;
		this.spans = new CallSpan(new SpanExceptions(masker));
		this.nanoTime = nanoTime;
	}

	/**
	 * Create what takes calls and records nothing.
	 * @return calls that cost next to nothing
	 */
	public static ModelCalls disabled() {
		return new ModelCalls(OpenTelemetry.noop(), new ModelCallMeters(GuardedMeters.disabled(), null),
				new PriceTable(List.of(), Clock.systemUTC()), Masker.none());
	}

	/**
	 * Start a call of a chat model.
	 * @param provider who runs the model, such as {@code anthropic}
	 * @param model name of the model, as it is asked for
	 * @return the call, current on this thread; to be closed on it
	 */
	public ModelCall start(String provider, String model) {
		return start(ModelOperation.CHAT, provider, model);
	}

	/**
	 * Start a call.
	 * @param operation what the model is asked to do
	 * @param provider who runs the model, such as {@code anthropic}
	 * @param model name of the model, as it is asked for
	 * @return the call, current on this thread; to be closed on it
	 */
	public ModelCall start(ModelOperation operation, String provider, String model) {
		return start(operation, provider, model, true);
	}

	/**
	 * Start a call that is answered on other threads, such as a stream.
	 * @param operation what the model is asked to do
	 * @param provider who runs the model, such as {@code anthropic}
	 * @param model name of the model, as it is asked for
	 * @return the call, current nowhere; to be closed on any thread
	 */
	public ModelCall startAsync(ModelOperation operation, String provider, String model) {
		return start(operation, provider, model, false);
	}

	/**
	 * Call a model. What is thrown is recorded, and thrown on.
	 * @param <T> what the code returns
	 * @param <E> what the code throws
	 * @param operation what the model is asked to do
	 * @param provider who runs the model, such as {@code anthropic}
	 * @param model name of the model, as it is asked for
	 * @param body calls it; that it returns means that the model has answered
	 * @return what the code returns
	 * @throws E what the code throws
	 */
	public <T, E extends Exception> T call(ModelOperation operation, String provider, String model,
			ModelCallBody<T, E> body) throws E {
		try (ModelCall call = start(operation, provider, model)) {
			try {
				T result = body.run(call);
				call.returned();
				return result;
			}
			catch (Exception | Error ex) {
				call.failed(ex);
				throw ex;
			}
		}
	}

	private ModelCall start(ModelOperation operation, String provider, String model, boolean current) {
		Context parent = Context.current();
		Span span = LenientSpans.start(this.tracer.spanBuilder(operation + " " + model)
			.setSpanKind(SpanKind.CLIENT)
			.setParent(parent)
			.setAttribute(CallSpan.OPERATION, operation.toString())
			.setAttribute(CallSpan.PROVIDER, provider)
			.setAttribute(CallSpan.MODEL, model), parent);
		return new ModelCall(this, new CallRecord(provider, model, now()), parent.with(span), current);
	}

	long now() {
		return this.nanoTime.getAsLong();
	}

	/** End a call whose span is ours. */
	void end(Span span, CallRecord call) {
		price(call);
		describe(span, call);
		Throwable error = call.error();
		if (error != null) {
			this.spans.fail(span, error);
		}
		record(span, call, now());
		LenientSpans.end(span);
	}

	void price(CallRecord call) {
		call.price(this.prices);
	}

	/** Write what is known of a call to a span. */
	void describe(Span span, CallRecord call) {
		this.spans.describe(span, call);
	}

	/** The span, if any, is current meanwhile: exemplars and the line are its own. */
	void record(Span span, CallRecord call, long end) {
		Span current = span.getSpanContext().isValid() ? span : Span.current();
		try (Scope scope = current.makeCurrent()) {
			this.meters.record(call, end);
			CallLog.write(call, end);
		}
	}

}
