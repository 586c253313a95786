// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.sql.SQLException;

import com.starmates.telemetry.error.ErrorType;
import com.starmates.telemetry.tracking.ScopedTracer;
import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends the spans of queries. A query outside of any trace has none: nobody
 * could find it. The messages of exceptions are not recorded, as databases put values
 * into them.
 *
 * @since 1.0.0
 */
public final class QuerySpans {

	private static final String BATCH = "BATCH ";

	private final Tracer tracer;

	/**
	 * Create spans.
	 * @param openTelemetry what they are made with
	 */
	public QuerySpans(OpenTelemetry openTelemetry) {
		this.tracer = ScopedTracer.of(openTelemetry, QuerySpans.class);
	}

	@Nullable Span start(Context parent, Database database, SqlStatement statement, int batchSize) {
		if (TrackingId.from(parent) == null) {
			return null;
		}
		boolean batch = batchSize > 1;
		String summary = batch ? BATCH + statement.summary() : statement.summary();
		SpanBuilder span = this.tracer.spanBuilder(statement.summary().isEmpty() ? database.system().name() : summary)
			.setSpanKind(SpanKind.CLIENT)
			.setParent(parent);
		describe(span, database);
		set(span, DatabaseSpanAttributes.QUERY_TEXT, statement.text());
		if (statement.operation() != SqlOperation.OTHER) {
			String operation = statement.operation().name();
			span.setAttribute(DatabaseSpanAttributes.OPERATION_NAME, batch ? BATCH + operation : operation);
			span.setAttribute(DatabaseSpanAttributes.QUERY_SUMMARY, summary);
		}
		set(span, DatabaseSpanAttributes.COLLECTION_NAME, statement.collection());
		set(span, DatabaseSpanAttributes.PROCEDURE_NAME, statement.procedure());
		if (batch) {
			span.setAttribute(DatabaseSpanAttributes.BATCH_SIZE, (long) batchSize);
		}
		return span.startSpan();
	}

	private static void describe(SpanBuilder span, Database database) {
		span.setAttribute(DatabaseSpanAttributes.SYSTEM_NAME, database.system().name());
		set(span, DatabaseSpanAttributes.NAMESPACE, database.namespace());
		set(span, DatabaseSpanAttributes.SERVER_ADDRESS, database.host());
		if (database.host() != null && database.port() > 0) {
			span.setAttribute(DatabaseSpanAttributes.SERVER_PORT, (long) database.port());
		}
	}

	static void end(Span span, @Nullable Throwable error) {
		if (error != null) {
			String state = (error instanceof SQLException failure) ? failure.getSQLState() : null;
			boolean known = state != null && !state.isBlank();
			span.setAttribute(DatabaseSpanAttributes.ERROR_TYPE, known ? state : ErrorType.of(error));
			if (known) {
				span.setAttribute(DatabaseSpanAttributes.RESPONSE_STATUS_CODE, state);
			}
			span.setStatus(StatusCode.ERROR);
		}
		span.end();
	}

	private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			span.setAttribute(key, value);
		}
	}

}
