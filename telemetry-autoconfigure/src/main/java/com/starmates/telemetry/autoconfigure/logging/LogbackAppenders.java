// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;

/**
 * The places where every event passes by on the thread that logs it: the root logger, and
 * loggers that keep their events from it.
 */
final class LogbackAppenders {

	private final LoggerContext context;

	LogbackAppenders(LoggerContext context) {
		this.context = context;
	}

	/** Attach an appender, instead of one of the same name if there is one. */
	void attach(Appender<ILoggingEvent> appender) {
		detach(appender.getName());
		appender.setContext(this.context);
		appender.start();
		ends().forEach((logger) -> logger.addAppender(appender));
	}

	/** Detach an appender if it is there. */
	void detach(String name) {
		this.context.getLoggerList().forEach((logger) -> logger.detachAppender(name));
	}

	/** Visit the appenders that are there, and those behind them. */
	void forEach(Consumer<Appender<ILoggingEvent>> visitor) {
		this.context.getLoggerList().forEach((logger) -> visit(logger, visitor));
	}

	/** What is behind an appender of log events is one, too. */
	@SuppressWarnings("unchecked")
	private static void visit(AppenderAttachable<ILoggingEvent> owner, Consumer<Appender<ILoggingEvent>> visitor) {
		owner.iteratorForAppenders().forEachRemaining((appender) -> {
			visitor.accept(appender);
			if (appender instanceof AppenderAttachable<?>) {
				visit((AppenderAttachable<ILoggingEvent>) appender, visitor);
			}
		});
	}

	private List<Logger> ends() {
		return this.context.getLoggerList().stream().filter(LogbackAppenders::isEnd).toList();
	}

	/** Where a logger keeps its events from others and has no appender, nobody logs. */
	private static boolean isEnd(Logger logger) {
		return Logger.ROOT_LOGGER_NAME.equals(logger.getName())
				|| (!logger.isAdditive() && logger.iteratorForAppenders().hasNext());
	}

}
