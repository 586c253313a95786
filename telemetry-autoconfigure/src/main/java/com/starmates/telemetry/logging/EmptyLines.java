// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Logback filter that keeps lines without a message from an appender, where they are
 * below the level of their loggers. A {@link LogBufferFilter} lets them pass: it cannot
 * tell {@code debug(null)} from {@code isDebugEnabled()}.
 *
 * @since 1.0.0
 */
public final class EmptyLines extends Filter<ILoggingEvent> {

	/**
	 * Add the filter to an appender, if that does not have it.
	 * @param appender the appender
	 */
	public static void keepFrom(Appender<ILoggingEvent> appender) {
		if (appender.getCopyOfAttachedFiltersList().stream().noneMatch(EmptyLines.class::isInstance)) {
			EmptyLines filter = new EmptyLines();
			filter.setContext(appender.getContext());
			filter.start();
			appender.addFilter(filter);
		}
	}

	@Override
	public FilterReply decide(ILoggingEvent event) {
		return (event.getMessage() == null && isEmpty(event) && isBelow(event)) ? FilterReply.DENY
				: FilterReply.NEUTRAL;
	}

	private static boolean isEmpty(ILoggingEvent event) {
		return event.getArgumentArray() == null && event.getThrowableProxy() == null
				&& event.getKeyValuePairs() == null;
	}

	private boolean isBelow(ILoggingEvent event) {
		return getContext() instanceof LoggerContext loggers
				&& !event.getLevel().isGreaterOrEqual(loggers.getLogger(event.getLoggerName()).getEffectiveLevel());
	}

}
