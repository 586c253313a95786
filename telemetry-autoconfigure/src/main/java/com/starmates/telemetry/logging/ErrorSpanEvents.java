// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.starmates.telemetry.error.ErrorType;
import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * Logback appender that shows each ERROR line on the span that was current when it was
 * logged: as an event {@code error_log}, with its exception, and the span's status as
 * error. It must be called by the thread that logs, not behind an asynchronous appender.
 * Access lines are not shown: the span of their request tells the same.
 *
 * @since 1.0.0
 */
public final class ErrorSpanEvents extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private static final String EVENT = "error_log";

	/** Tomcat logs the root cause only; the exchange then records the whole exception. */
	private static final String CONTAINER = "org.apache.catalina.core.ContainerBase.";

	private static final AttributeKey<String> LEVEL = AttributeKey.stringKey("log.level");

	private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("log.message");

	private static final AttributeKey<String> LOGGER = AttributeKey.stringKey("log.logger");

	private static final AttributeKey<String> MODULE = AttributeKey.stringKey("log.module");

	private static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("log.function");

	private static final AttributeKey<Long> LINE = AttributeKey.longKey("log.line");

	private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

	private final SpanExceptions exceptions;

	/**
	 * Create an appender.
	 * @param masker what spans must not tell
	 */
	public ErrorSpanEvents(Masker masker) {
		this.exceptions = new SpanExceptions(masker);
	}

	/** Nothing else is worth the guards around an appender. */
	@Override
	public void doAppend(ILoggingEvent event) {
		if (event.getLevel().isGreaterOrEqual(Level.ERROR) && !AccessLines.contain(event)) {
			super.doAppend(event);
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		Span span = Span.current();
		if (span.isRecording()) {
			Throwable exception = exception(event);
			span.setStatus(StatusCode.ERROR);
			span.addEvent(EVENT, describe(event, span, exception));
			if (exception != null && !event.getLoggerName().startsWith(CONTAINER)) {
				this.exceptions.record(span, exception);
			}
		}
	}

	private Attributes describe(ILoggingEvent event, Span span, @Nullable Throwable exception) {
		AttributesBuilder attributes = Attributes.builder();
		attributes.put(LEVEL, event.getLevel().toString());
		attributes.put(MESSAGE, this.exceptions.message(String.valueOf(event.getFormattedMessage())));
		attributes.put(LOGGER, event.getLoggerName());
		attributes.put(TrackingId.SPAN_ATTRIBUTE, span.getSpanContext().getTraceId());
		if (exception != null) {
			attributes.put(ERROR_TYPE, ErrorType.of(exception));
		}
		StackTraceElement[] caller = event.getCallerData();
		if (caller.length > 0) {
			attributes.put(MODULE, caller[0].getClassName());
			attributes.put(FUNCTION, caller[0].getMethodName());
			attributes.put(LINE, (long) caller[0].getLineNumber());
		}
		return attributes.build();
	}

	private static @Nullable Throwable exception(ILoggingEvent event) {
		IThrowableProxy proxy = event.getThrowableProxy();
		return (proxy instanceof ThrowableProxy known) ? known.getThrowable() : null;
	}

}
