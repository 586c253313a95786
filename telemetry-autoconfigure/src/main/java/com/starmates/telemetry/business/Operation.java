// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.Arrays;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelledMeters;
import com.starmates.telemetry.context.TelemetryContext;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Something that users of the service care about, such as an onboarding, which is counted
 * and timed each time it is done. For any number of threads.
 *
 * @since 1.0.0
 */
public final class Operation {

	private final OperationDefinition definition;

	private final OperationSpans spans;

	private final LabelledMeters<RunMeters> runs;

	private final LabelledMeters<Timer> steps;

	Operation(OperationDefinition definition, GuardedMeters meters, OperationSpans spans) {
		this.definition = definition;
		this.spans = spans;
		this.runs = meters.labelled(() -> OperationMeters.REQUESTS.form(definition.name(), definition.labels()),
				(tags) -> new RunMeters(meters, definition, tags));
		this.steps = meters.timers(() -> OperationMeters.STEP_DURATION.form(definition.name(), definition.labels()));
	}

	/**
	 * Start a run.
	 * @param labelValues values of the operation's labels, in their order; one that is
	 * missing is {@code none}, one too many is ignored
	 * @return the run, current on this thread; to be closed on it
	 */
	public OperationRun start(String... labelValues) {
		return start(true, labelValues);
	}

	/**
	 * Start a run that goes on on other threads.
	 * @param labelValues values of the operation's labels, in their order; one that is
	 * missing is {@code none}, one too many is ignored
	 * @return the run, current nowhere; to be closed on any thread
	 */
	public OperationRun startAsync(String... labelValues) {
		return start(false, labelValues);
	}

	/**
	 * Run the operation. It succeeds when the code returns, unless it says otherwise.
	 * What is thrown is recorded, and thrown on.
	 * @param <T> what the code returns
	 * @param <E> what the code throws
	 * @param body does what is to be done
	 * @param labelValues values of the operation's labels, in their order; one that is
	 * missing is {@code none}, one too many is ignored
	 * @return what the code returns
	 * @throws E what the code throws
	 */
	public <T, E extends Exception> T run(OperationBody<T, E> body, String... labelValues) throws E {
		try (OperationRun run = start(labelValues)) {
			try {
				T result = body.run(run);
				run.returned();
				return result;
			}
			catch (Exception | Error ex) {
				run.failed(ex);
				throw ex;
			}
		}
	}

	private OperationRun start(boolean current, String... labelValues) {
		@Nullable String[] values = Arrays.copyOf(labelValues, this.definition.labels().size());
		RunMeters meters = this.runs.getBy(values);
		Context parent = Context.current();
		Context context = TelemetryContext.beginPart(this.spans.start(parent, this.definition.name()));
		TelemetryContext.from(context).operation(this.definition.name());
		meters.started();
		return new OperationRun(this, meters, values, parent, context, current);
	}

	OperationDefinition definition() {
		return this.definition;
	}

	OperationSpans spans() {
		return this.spans;
	}

	Timer step(@Nullable String[] labelValues, String step) {
		@Nullable String[] values = Arrays.copyOf(labelValues, labelValues.length + 1);
		values[labelValues.length] = step;
		return this.steps.getBy(values);
	}

}
