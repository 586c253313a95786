// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Logback of its own, with a buffer for each request.
 */
abstract class AbstractLogBufferTests {

	static final int MAX_REQUEST_BYTES = 10_000;

	static final int MAX_TOTAL_BYTES = 15_000;

	final LoggerContext loggers = new LoggerContext();

	final Logger logger = this.loggers.getLogger("com.example.Orders");

	final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	final LogBuffers buffers = new LogBuffers(Level.DEBUG, MAX_REQUEST_BYTES, MAX_TOTAL_BYTES);

	@BeforeEach
	void start() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
		this.loggers.addTurboFilter(new LogBufferFilter(this.buffers, false));
		root().setLevel(Level.INFO);
		this.appender.setContext(this.loggers);
		this.appender.start();
		root().addAppender(this.appender);
	}

	@AfterEach
	void nothingIsHeld() {
		assertThat(this.buffers.heldBytes()).isZero();
	}

	/** Return the events that a request writes at its end. */
	List<ILoggingEvent> written(Runnable work) {
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			work.run();
			assertThat(this.appender.list).isEmpty();
			this.buffers.end(true);
		}
		return new ArrayList<>(this.appender.list);
	}

	ILoggingEvent onlyWritten(Runnable work) {
		List<ILoggingEvent> events = written(work);
		assertThat(events).hasSize(1);
		return events.get(0);
	}

	/** Return what comes with an event by key, as {@code key="value"}. */
	static List<String> fields(ILoggingEvent event) {
		return event.getKeyValuePairs().stream().map(Object::toString).toList();
	}

	/** Return an exception with a short stack trace. */
	static <T extends Throwable> T shortened(T exception) {
		exception.setStackTrace(Arrays.copyOf(exception.getStackTrace(), 3));
		return exception;
	}

	final Logger root() {
		return this.loggers.getLogger(Logger.ROOT_LOGGER_NAME);
	}

}
