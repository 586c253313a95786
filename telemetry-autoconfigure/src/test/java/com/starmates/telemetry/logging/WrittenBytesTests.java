// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WrittenBytes}.
 */
class WrittenBytesTests {

	private final LoggerContext context = new LoggerContext();

	@Test
	void countsTheBytesOfAllEncoders() {
		assertThat(WrittenBytes.of(this.context)).isZero();
		int console = started().encode(event("caf\u00e9")).length;
		int file = started().encode(event("another")).length;
		assertThat(WrittenBytes.of(this.context)).isEqualTo(console + file);
		assertThat(WrittenBytes.of(new LoggerContext())).isZero();
	}

	@Test
	void doesNotCountRecordsThatAreSent() {
		OtlpAppender appender = new OtlpAppender(new CloudWatchEncoder());
		appender.setContext(this.context);
		appender.start();
		appender.doAppend(event("sent"));
		assertThat(WrittenBytes.of(this.context)).isZero();
	}

	@Test
	void beginsAnewWithItsContext() {
		started().encode(event("before"));
		this.context.reset();
		assertThat(WrittenBytes.of(this.context)).isZero();
	}

	private CloudWatchEncoder started() {
		CloudWatchEncoder encoder = new CloudWatchEncoder();
		encoder.setContext(this.context);
		encoder.start();
		return encoder;
	}

	private LoggingEvent event(String message) {
		return new LoggingEvent("caller", this.context.getLogger("test"), Level.INFO, message, null, null);
	}

}
