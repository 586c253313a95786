// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A query that is being executed, on one thread.
 */
final class Query {

	private static final Logger logger = LoggerFactory.getLogger(Query.class);

	private final @Nullable QueryMeters meters;

	private final SqlStatement statement;

	private final @Nullable Span span;

	private final @Nullable Scope scope;

	private final long start = System.nanoTime();

	Query(@Nullable QueryMeters meters, SqlStatement statement, @Nullable Span span, @Nullable Scope scope) {
		this.meters = meters;
		this.statement = statement;
		this.span = span;
		this.scope = scope;
	}

	/** Meters take their exemplars from the span while it is current. */
	void end(@Nullable Throwable error) {
		long duration = System.nanoTime() - this.start;
		try {
			if (this.meters != null) {
				this.meters.record(this.statement, duration);
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("A query cannot be counted", ex);
		}
		finally {
			endSpan(error);
		}
	}

	private void endSpan(@Nullable Throwable error) {
		try {
			if (this.scope != null) {
				this.scope.close();
			}
			if (this.span != null) {
				QuerySpans.end(this.span, error);
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The span of a query cannot be ended", ex);
		}
	}

}
