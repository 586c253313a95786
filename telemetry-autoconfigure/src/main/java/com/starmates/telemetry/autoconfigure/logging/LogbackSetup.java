// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import com.starmates.telemetry.autoconfigure.masking.EnvironmentMasker;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import com.starmates.telemetry.logging.ErrorSpanEvents;
import com.starmates.telemetry.logging.WorkCapture;
import com.starmates.telemetry.masking.Masker;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What the library adds to Logback: lines that are written together, errors on spans,
 * records for OTLP, and what asynchronous appenders would lose.
 */
final class LogbackSetup {

	private static final boolean OTLP = ClassUtils.isPresent(
			"io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender",
			LogbackSetup.class.getClassLoader());

	private LogbackSetup() {
	}

	static void apply(Environment environment) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			LogbackAppenders appenders = new LogbackAppenders(context);
			Masker masker = EnvironmentMasker.of(environment);
			batchedConsole(environment).install(appenders);
			appenders.forEach((appender) -> mask(appender, masker));
			appenders.forEach(WorkCapture::install);
			appenders.attach(errorSpanEvents(masker));
			if (OTLP) {
				OtlpLogs.keep(environment);
			}
		}
	}

	/** What only waits for beans that do not come is given back. */
	static void end() {
		if (OTLP && LoggerFactory.getILoggerFactory() instanceof LoggerContext) {
			OtlpLogs.forget();
		}
	}

	/** An encoder that a configuration names cannot read our properties itself. */
	private static void mask(Appender<ILoggingEvent> appender, Masker masker) {
		if (appender instanceof OutputStreamAppender<ILoggingEvent> output
				&& output.getEncoder() instanceof CloudWatchEncoder encoder) {
			encoder.setMasker(masker);
		}
	}

	private static BatchedConsole batchedConsole(Environment environment) {
		return new BatchedConsole(LoggingProperties.of(environment).writeDelay(),
				environment.getProperty("logging.structured.format.console", ""));
	}

	private static ErrorSpanEvents errorSpanEvents(Masker masker) {
		ErrorSpanEvents events = new ErrorSpanEvents(masker);
		events.setName("telemetryErrorSpanEvents");
		return events;
	}

}
