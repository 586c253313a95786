// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.time.Duration;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.starmates.telemetry.logging.BatchedOutput;
import com.starmates.telemetry.logging.CloudWatchEncoder;

import org.springframework.boot.logging.logback.StructuredLogEncoder;

/**
 * Puts a {@link BatchedOutput} in front of the console that our lines go to.
 */
final class BatchedConsole {

	private final Duration delay;

	private final boolean isFormatOurs;

	BatchedConsole(Duration delay, String format) {
		this.delay = delay;
		this.isFormatOurs = CloudWatchStructuredLogFormatter.class.getName().equals(format);
	}

	void install(LogbackAppenders appenders) {
		if (!this.delay.isZero()) {
			appenders.forEach((appender) -> {
				if (appender instanceof ConsoleAppender<ILoggingEvent> console && isOurs(console)) {
					install(console);
				}
			});
		}
	}

	/** What people or others read is left as it is. */
	private boolean isOurs(ConsoleAppender<ILoggingEvent> console) {
		Encoder<ILoggingEvent> encoder = console.getEncoder();
		return encoder instanceof CloudWatchEncoder || (this.isFormatOurs && encoder instanceof StructuredLogEncoder);
	}

	private void install(ConsoleAppender<ILoggingEvent> console) {
		if (console.isStarted() && !console.isWithJansi() && !(console.getOutputStream() instanceof BatchedOutput)) {
			console.setOutputStream(new BatchedOutput(console.getOutputStream(), this.delay));
			console.setImmediateFlush(false);
		}
	}

}
