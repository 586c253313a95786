// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.time.Duration;

import com.starmates.telemetry.context.OperationResult;
import com.starmates.telemetry.context.TelemetryContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One run of an operation, from its start until it is closed. What is told of it after
 * that is ignored. Log lines of the run show the operation. For any number of threads.
 *
 * @since 1.0.0
 */
public final class OperationRun extends Work {

	private final Operation operation;

	private final RunMeters meters;

	private final @Nullable String[] labelValues;

	private final Context parent;

	private final Context context;

	private final Scope scope;

	private final long start;

	private @Nullable OperationResult result;

	private @Nullable Throwable error;

	private boolean completed;

	OperationRun(Operation operation, RunMeters meters, @Nullable String[] labelValues, Context parent, Context context,
			boolean current) {
		this.operation = operation;
		this.meters = meters;
		this.labelValues = labelValues;
		this.parent = parent;
		this.context = RunContext.with(context, this);
		this.scope = current ? this.context.makeCurrent() : Scope.noop();
		this.start = System.nanoTime();
	}

	/**
	 * Return the run that the calling thread is in.
	 * @return the innermost run, or {@code null} if there is none
	 */
	public static @Nullable OperationRun current() {
		return RunContext.run(Context.current());
	}

	/**
	 * Begin a step.
	 * @param name name of the step; the last one of the operation's definition makes the
	 * run complete
	 * @return the step, current on this thread; to be closed on it
	 */
	public OperationStep step(String name) {
		return step(name, true);
	}

	/**
	 * Begin a step that goes on on other threads.
	 * @param name name of the step
	 * @return the step, current nowhere; to be closed on any thread
	 */
	public OperationStep stepAsync(String name) {
		return step(name, false);
	}

	/**
	 * Do a step. What is thrown is recorded, and thrown on.
	 * @param <T> what the code returns
	 * @param <E> what the code throws
	 * @param name name of the step
	 * @param body does it
	 * @return what the code returns
	 * @throws E what the code throws
	 */
	public <T, E extends Exception> T step(String name, OperationBody<T, E> body) throws E {
		try (OperationStep step = step(name)) {
			try {
				return body.run(this);
			}
			catch (Exception | Error ex) {
				step.failed(ex);
				throw ex;
			}
		}
	}

	/**
	 * Tell the run's span something. Values under secret keys are masked.
	 * @param key name of the attribute; {@code null} is ignored
	 * @param value a number, a boolean, or what is told as text; {@code null} is ignored
	 * @return this run
	 */
	public OperationRun attribute(@Nullable String key, @Nullable Object value) {
		this.operation.spans().set(span(), key, value);
		return this;
	}

	/**
	 * Tell that the run did all it was to do.
	 * @return this run
	 */
	public OperationRun succeeded() {
		return endedWell(OperationResult.SUCCESS);
	}

	/**
	 * Tell that the run did a part of what it was to do.
	 * @return this run
	 */
	public OperationRun partlySucceeded() {
		return endedWell(OperationResult.PARTIAL);
	}

	/**
	 * Tell that the run did nothing of use.
	 * @return this run
	 */
	public OperationRun failed() {
		return ended(OperationResult.FAILURE);
	}

	/**
	 * Tell that the run did nothing of use.
	 * @param cause why; the span shows it
	 * @return this run
	 */
	public synchronized OperationRun failed(Throwable cause) {
		if (!hasEnded()) {
			this.error = cause;
		}
		return failed();
	}

	/**
	 * Return the context that the run is current in, for work on other threads.
	 * @return the context
	 */
	@Override
	public Context context() {
		return this.context;
	}

	/**
	 * End the run. One that has not told how it went has failed, as an exception may be
	 * on its way. A run made by {@link Operation#start start} is closed on the thread
	 * that made it.
	 */
	@Override
	public void close() {
		this.scope.close();
		if (endsNow()) {
			end((this.result != null) ? this.result : OperationResult.FAILURE);
		}
	}

	@Override
	void threw(Throwable cause) {
		failed(cause);
	}

	/** What the code has said itself is kept. */
	@Override
	synchronized void returned() {
		if (this.result == null) {
			this.result = OperationResult.SUCCESS;
		}
	}

	OperationSpans spans() {
		return this.operation.spans();
	}

	private synchronized OperationStep step(String name, boolean current) {
		OperationDefinition definition = this.operation.definition();
		if (definition.isLast(name)) {
			complete();
		}
		return new OperationStep(this, this.spans().startStep(around(), definition.name(), name),
				this.operation.step(this.labelValues, name), current);
	}

	/** A step may be a part of another one, or of what else the run does. */
	private Context around() {
		Context current = Context.current();
		return (RunContext.run(current) == this) ? current : this.context;
	}

	private synchronized OperationRun endedWell(OperationResult how) {
		if (!hasEnded()) {
			this.error = null;
		}
		return ended(how);
	}

	private synchronized OperationRun ended(OperationResult how) {
		if (!hasEnded()) {
			this.result = how;
		}
		return this;
	}

	private void complete() {
		if (!this.completed && !hasEnded()) {
			this.completed = true;
			this.meters.completed();
		}
	}

	/** The span is current meanwhile: exemplars are its own. */
	private void end(OperationResult how) {
		long nanos = System.nanoTime() - this.start;
		try (Scope current = this.context.makeCurrent()) {
			if (how != OperationResult.FAILURE && this.operation.definition().steps().isEmpty()) {
				this.completed = true;
				this.meters.completed();
			}
			this.meters.ended(how, nanos);
		}
		tell(how, Duration.ofNanos(nanos));
		spans().end(span(), how, this.error);
	}

	/** What surrounds a run shows how it went, unless it is a run itself. */
	private void tell(OperationResult how, Duration duration) {
		String name = this.operation.definition().name();
		TelemetryContext.from(this.context).operation(name, how, duration);
		if (RunContext.run(this.parent) == null) {
			TelemetryContext.from(this.parent).operation(name, how, duration);
		}
	}

	private Span span() {
		return Span.fromContext(this.context);
	}

}
