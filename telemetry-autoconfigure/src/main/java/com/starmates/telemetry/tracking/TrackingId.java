// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The tracking id: the OpenTelemetry trace id, 32 lower-case hex digits, never converted.
 * Whoever holds it finds the response, the spans, the log lines, the rows and the
 * exemplars of one request.
 *
 * @since 1.0.0
 */
public final class TrackingId {

	/**
	 * Name of the request attribute, error-body member, log field and database column.
	 */
	public static final String NAME = "tracking_id";

	/**
	 * Attribute of the server span.
	 */
	public static final AttributeKey<String> SPAN_ATTRIBUTE = AttributeKey.stringKey("tracking.id");

	private TrackingId() {
	}

	/**
	 * Return the tracking id of the work that the calling thread is doing. It is there
	 * whether or not the trace is sampled.
	 * @return 32 lower-case hex digits, or {@code null} where no trace is active
	 */
	public static @Nullable String current() {
		return from(Context.current());
	}

	/**
	 * Return the tracking id that a context carries.
	 * @param context the context to look into
	 * @return 32 lower-case hex digits, or {@code null} where the context has no trace
	 */
	public static @Nullable String from(Context context) {
		SpanContext spanContext = Span.fromContext(context).getSpanContext();
		return spanContext.isValid() ? spanContext.getTraceId() : null;
	}

}
