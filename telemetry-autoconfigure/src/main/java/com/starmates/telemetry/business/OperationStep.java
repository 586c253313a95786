// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, from its beginning until it is closed. For any number of threads.
 *
 * @since 1.0.0
 */
public final class OperationStep extends Work {

	private final OperationRun run;

	private final Context context;

	private final Timer timer;

	private final Scope scope;

	private final long start;

	private @Nullable Throwable error;

	OperationStep(OperationRun run, Context context, Timer timer, boolean current) {
		this.run = run;
		this.context = context;
		this.timer = timer;
		this.scope = current ? context.makeCurrent() : Scope.noop();
		this.start = System.nanoTime();
	}

	/**
	 * Tell the step's span something. Values under secret keys are masked.
	 * @param key name of the attribute
	 * @param value a number, a boolean, or what is told as text; {@code null} is ignored
	 * @return this step
	 */
	public OperationStep attribute(String key, @Nullable Object value) {
		this.run.spans().set(Span.fromContext(this.context), key, value);
		return this;
	}

	/**
	 * Tell that the step failed; whether the run did, it tells itself.
	 * @param cause why
	 * @return this step
	 */
	public synchronized OperationStep failed(Throwable cause) {
		if (!hasEnded()) {
			this.error = cause;
		}
		return this;
	}

	/**
	 * Return the context that the step is current in, for work on other threads.
	 * @return the context
	 */
	@Override
	public Context context() {
		return this.context;
	}

	/**
	 * End the step.
	 */
	@Override
	public void close() {
		this.scope.close();
		if (endsNow()) {
			try (Scope current = this.context.makeCurrent()) {
				this.timer.record(System.nanoTime() - this.start, TimeUnit.NANOSECONDS);
			}
			this.run.spans().endStep(Span.fromContext(this.context), this.error);
		}
	}

	@Override
	void threw(Throwable cause) {
		failed(cause);
	}

	/** A step has no result but that of its run. */
	@Override
	void returned() {
	}

}
