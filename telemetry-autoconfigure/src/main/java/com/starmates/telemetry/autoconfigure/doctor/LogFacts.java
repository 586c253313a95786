// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.Iterator;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import com.starmates.telemetry.logging.OtlpAppender;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import org.slf4j.LoggerFactory;

/**
 * What Logback tells of log records.
 */
final class LogFacts {

	/** Return whether an appender makes log records, ours or another one. */
	boolean isAppended() {
		return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
				&& context.getLoggerList().stream().anyMatch(LogFacts::isAppended);
	}

	private static boolean isAppended(AppenderAttachable<?> owner) {
		for (Iterator<? extends Appender<?>> all = owner.iteratorForAppenders(); all.hasNext();) {
			if (makesRecords(all.next())) {
				return true;
			}
		}
		return false;
	}

	private static boolean makesRecords(Appender<?> appender) {
		if (appender instanceof OtlpAppender ours) {
			return ours.isConnected();
		}
		return appender instanceof OpenTelemetryAppender
				|| (appender instanceof AppenderAttachable<?> owner && isAppended(owner));
	}

}
