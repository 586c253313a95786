// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One call of an AI model, from its start until it is closed. What is told of it after
 * that is ignored. For any number of threads; nothing here throws.
 *
 * @since 1.0.0
 */
public final class ModelCall implements AutoCloseable {

	private final ModelCalls calls;

	private final CallRecord record;

	private final Context context;

	private final Scope scope;

	private boolean answered;

	private boolean ended;

	ModelCall(ModelCalls calls, CallRecord record, Context context, boolean current) {
		this.calls = calls;
		this.record = record;
		this.context = context;
		this.scope = current ? context.makeCurrent() : Scope.noop();
	}

	/**
	 * Tell that the model has answered, and nothing of its tokens.
	 * @return this call
	 */
	public ModelCall answered() {
		return answered(null);
	}

	/**
	 * Tell that the model has answered.
	 * @param usage its tokens; {@code null} if the provider does not tell them: the cost
	 * is then unknown, not zero
	 * @return this call
	 */
	public synchronized ModelCall answered(@Nullable TokenUsage usage) {
		this.answered = true;
		this.record.used(usage, false);
		return this;
	}

	/** Tokens that have been told are kept. */
	synchronized void returned() {
		this.answered = true;
	}

	/**
	 * Tell who answered.
	 * @param model the model's exact name, such as {@code gpt-4o-2024-08-06}; its price
	 * is looked for before that of the name that was asked for
	 * @param answerId the provider's id of the answer
	 * @return this call
	 */
	public synchronized ModelCall answeredBy(@Nullable String model, @Nullable String answerId) {
		this.record.answered(model, answerId);
		return this;
	}

	/**
	 * Tell that a part of a streamed answer has come. The first one is timed.
	 * @return this call
	 */
	public synchronized ModelCall received() {
		this.record.began(this.calls.now());
		return this;
	}

	/**
	 * Tell what the provider says that the call cost. Where nothing is told, the price
	 * table says it.
	 * @param dollars cost in US dollars; a negative number, or none, is ignored
	 * @return this call
	 */
	public synchronized ModelCall cost(double dollars) {
		if (dollars >= 0 && dollars < Double.POSITIVE_INFINITY) {
			this.record.costs(dollars);
		}
		return this;
	}

	/**
	 * Tell that the call failed. Tokens that were used in spite of it may be told as
	 * well.
	 * @param error what went wrong
	 * @return this call
	 */
	public synchronized ModelCall failed(Throwable error) {
		this.record.failed(error);
		return this;
	}

	/**
	 * Return the context that the call is current in, for work on other threads.
	 * @return the context
	 */
	public Context context() {
		return this.context;
	}

	/**
	 * End the call: its span ends and its meters are recorded. A call that has neither
	 * been answered nor told to have failed counts as failed, as an exception may be on
	 * its way. A call made by {@link ModelCalls#start start} is closed on the thread that
	 * made it.
	 */
	@Override
	public synchronized void close() {
		this.scope.close();
		if (!this.ended) {
			this.ended = true;
			if (!this.answered && this.record.error() == null) {
				this.record.failed(new UnansweredCallException());
			}
			this.calls.end(Span.fromContext(this.context), this.record);
		}
	}

}
