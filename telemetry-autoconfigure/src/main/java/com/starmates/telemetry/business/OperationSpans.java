// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import com.starmates.telemetry.context.OperationResult;
import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.LenientSpans;
import com.starmates.telemetry.tracking.ScopedTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Spans of operations and of their steps. */
final class OperationSpans {

	private static final AttributeKey<String> NAME = AttributeKey.stringKey("operation.name");

	private static final AttributeKey<String> STEP = AttributeKey.stringKey("operation.step");

	private static final AttributeKey<String> RESULT = AttributeKey.stringKey("operation.result");

	private final Tracer tracer;

	private final Masker masker;

	private final SpanExceptions exceptions;

	OperationSpans(OpenTelemetry openTelemetry, Masker masker) {
		this.tracer = ScopedTracer.of(openTelemetry, OperationSpans.class);
		this.masker = masker;
		this.exceptions = new SpanExceptions(masker);
	}

	Context start(Context parent, String operation) {
		return parent.with(LenientSpans
			.start(this.tracer.spanBuilder(operation).setParent(parent).setAttribute(NAME, operation), parent));
	}

	Context startStep(Context parent, String operation, String step) {
		return parent.with(LenientSpans.start(this.tracer.spanBuilder(operation + ' ' + step)
			.setParent(parent)
			.setAttribute(NAME, operation)
			.setAttribute(STEP, step), parent));
	}

	/** Nothing secret gets into a span. */
	void set(Span span, @Nullable String key, @Nullable Object value) {
		if (key == null || value == null) {
			return;
		}
		if (this.masker.isSecretKey(key)) {
			span.setAttribute(key, Masker.replacement());
		}
		else {
			setKnown(span, key, value);
		}
	}

	private void setKnown(Span span, String key, Object value) {
		String text = text(value);
		String masked = this.masker.mask(text);
		if (!masked.equals(text)) {
			span.setAttribute(key, masked);
		}
		else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
			span.setAttribute(key, ((Number) value).longValue());
		}
		else if (value instanceof Number number) {
			span.setAttribute(key, number.doubleValue());
		}
		else if (value instanceof Boolean flag) {
			span.setAttribute(key, flag);
		}
		else {
			span.setAttribute(key, text);
		}
	}

	/** What an application's class throws is not thrown at its caller. */
	private static String text(Object value) {
		try {
			return String.valueOf(value.toString());
		}
		catch (RuntimeException | StackOverflowError | LinkageError ex) {
			return value.getClass().getName();
		}
	}

	void end(Span span, OperationResult result, @Nullable Throwable error) {
		span.setAttribute(RESULT, result.toString());
		if (error != null) {
			this.exceptions.fail(span, error);
		}
		else if (result == OperationResult.FAILURE) {
			span.setStatus(StatusCode.ERROR);
		}
		LenientSpans.end(span);
	}

	void endStep(Span span, @Nullable Throwable error) {
		if (error != null) {
			this.exceptions.fail(span, error);
		}
		LenientSpans.end(span);
	}

}
