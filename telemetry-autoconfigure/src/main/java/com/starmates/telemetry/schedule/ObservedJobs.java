// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.schedule;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.ScopedTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.listeners.JobListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins a trace for each run of a Quartz job. The span is named by the job's class, as
 * jobs may have names without number.
 *
 * @since 1.0.0
 */
public final class ObservedJobs extends JobListenerSupport {

	private static final Logger logger = LoggerFactory.getLogger(ObservedJobs.class);

	private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("code.function.name");

	private static final AttributeKey<String> NAME = AttributeKey.stringKey("quartz.job.name");

	private static final AttributeKey<String> GROUP = AttributeKey.stringKey("quartz.job.group");

	private final Tracer tracer;

	private final SpanExceptions exceptions;

	/**
	 * Create a listener.
	 * @param openTelemetry makes the spans
	 * @param masker what spans must not tell
	 */
	public ObservedJobs(OpenTelemetry openTelemetry, Masker masker) {
		this.tracer = ScopedTracer.of(openTelemetry, ObservedJobs.class);
		this.exceptions = new SpanExceptions(masker);
	}

	@Override
	public String getName() {
		return "telemetry";
	}

	@Override
	public void jobToBeExecuted(JobExecutionContext execution) {
		try {
			execution.put(Run.class, begin(execution.getJobDetail()));
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The run of a job cannot be observed", ex);
		}
	}

	/** The run's scope is closed by its end. */
	@SuppressWarnings("MustBeClosedChecker")
	private Run begin(JobDetail job) {
		Class<?> type = job.getJobClass();
		Span span = this.tracer.spanBuilder("job " + type.getSimpleName())
			.setNoParent()
			.setAttribute(FUNCTION, type.getName() + ".execute")
			.setAttribute(NAME, job.getKey().getName())
			.setAttribute(GROUP, job.getKey().getGroup())
			.startSpan();
		return new Run(span, TelemetryContext.begin(Context.root().with(span)).makeCurrent());
	}

	@Override
	public void jobWasExecuted(JobExecutionContext execution, @Nullable JobExecutionException error) {
		if (execution.get(Run.class) instanceof Run run) {
			try {
				run.scope().close();
				end(run.span(), error);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.debug("The end of a job cannot be observed", ex);
			}
		}
	}

	private void end(Span span, @Nullable JobExecutionException error) {
		if (error != null) {
			this.exceptions.fail(span, cause(error));
		}
		span.end();
	}

	/** Quartz wraps what a job throws, twice if need be. */
	private static Throwable cause(SchedulerException error) {
		Throwable cause = error;
		while (cause instanceof SchedulerException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	/**
	 * One run.
	 *
	 * @param span its span
	 * @param scope makes its context current
	 */
	private record Run(Span span, Scope scope) {

	}

}
