// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import org.jspecify.annotations.Nullable;

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
		Appender<ILoggingEvent> before = find(appender.getName());
		if (before != null) {
			detach(before);
		}
		appender.setContext(this.context);
		appender.start();
		ends().forEach((logger) -> logger.addAppender(appender));
	}

	/** Return the appender of a name that is attached to the root, as all of ours are. */
	@Nullable Appender<ILoggingEvent> find(String name) {
		return this.context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(name);
	}

	/** Detach an appender wherever it is, and stop it. */
	void detach(Appender<ILoggingEvent> appender) {
		this.context.getLoggerList().forEach((logger) -> logger.detachAppender(appender));
		appender.stop();
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
		return this.context.getLoggerList().stream().filter(this::isEnd).toList();
	}

	/** Where neither a logger nor one below it has an appender, nobody logs. */
	private boolean isEnd(Logger logger) {
		return Logger.ROOT_LOGGER_NAME.equals(logger.getName()) || (!logger.isAdditive() && this.context.getLoggerList()
			.stream()
			.filter((other) -> other == logger || other.getName().startsWith(logger.getName() + '.'))
			.anyMatch((other) -> other.iteratorForAppenders().hasNext()));
	}

}
