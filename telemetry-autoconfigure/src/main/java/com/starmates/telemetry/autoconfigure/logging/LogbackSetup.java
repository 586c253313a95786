// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import ch.qos.logback.classic.LoggerContext;
import com.starmates.telemetry.autoconfigure.masking.EnvironmentMasker;
import com.starmates.telemetry.logging.ErrorSpanEvents;
import com.starmates.telemetry.logging.WorkCapture;
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
			batchedConsole(environment).install(appenders);
			appenders.forEach(WorkCapture::install);
			appenders.attach(errorSpanEvents(environment));
			if (OTLP) {
				OtlpLogs.attach(appenders, environment);
			}
		}
	}

	private static BatchedConsole batchedConsole(Environment environment) {
		return new BatchedConsole(LoggingProperties.of(environment).writeDelay(),
				environment.getProperty("logging.structured.format.console", ""));
	}

	private static ErrorSpanEvents errorSpanEvents(Environment environment) {
		ErrorSpanEvents events = new ErrorSpanEvents(EnvironmentMasker.of(environment));
		events.setName("telemetryErrorSpanEvents");
		return events;
	}

}
