// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;

/**
 * Records exceptions on spans, without secrets, and once: an exception that is logged
 * where it is caught, again where what wraps it is caught, and at last ends the request,
 * is one event. Spans that are not of the SDK, such as those of the OpenTelemetry agent,
 * cannot be asked what they have, and get one event each time.
 *
 * @since 1.0.0
 */
public final class SpanExceptions {

	private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

	private final Masker masker;

	/**
	 * Create a recorder.
	 * @param masker what spans must not tell
	 */
	public SpanExceptions(Masker masker) {
		this.masker = masker;
	}

	/**
	 * Record an exception as an event of a span, unless the span has one with the same
	 * root cause.
	 * @param span the span; nothing happens if it does not record
	 * @param exception the exception
	 */
	public void record(Span span, Throwable exception) {
		if (span.isRecording() && !has(span, Causes.root(exception))) {
			span.recordException(exception, ExceptionText.masked(exception, this.masker));
		}
	}

	/**
	 * Make a span one that failed: its {@code error.type}, its status with the
	 * exception's message, and the exception as an event.
	 * @param span the span; nothing happens if it does not record
	 * @param exception why it failed
	 */
	public void fail(Span span, Throwable exception) {
		if (span.isRecording()) {
			span.setAttribute(ERROR_TYPE, exception.getClass().getName());
			String message = exception.getMessage();
			span.setStatus(StatusCode.ERROR, (message != null) ? message(message) : "");
			record(span, exception);
		}
	}

	/**
	 * Return the message of a log line as a span may show it.
	 * @param message the message
	 * @return the message without secrets, cut if it is long
	 */
	public String message(String message) {
		return ExceptionText.message(message, this.masker);
	}

	private static boolean has(Span span, Throwable rootCause) {
		if (span instanceof ReadableSpan readable) {
			for (EventData event : readable.toSpanData().getEvents()) {
				if (event instanceof ExceptionEventData recorded && Causes.root(recorded.getException()) == rootCause) {
					return true;
				}
			}
		}
		return false;
	}

}
