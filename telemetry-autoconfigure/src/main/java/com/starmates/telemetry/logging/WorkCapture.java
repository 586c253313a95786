// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import com.starmates.telemetry.context.TelemetryContext;
import net.logstash.logback.appender.AsyncDisruptorAppender;
import org.slf4j.event.KeyValuePair;

/**
 * Logback filter that copies what is known of the work into events for appenders that
 * write on another thread. The thread that logs calls it.
 *
 * @since 1.0.0
 */
public final class WorkCapture extends Filter<ILoggingEvent> {

	/**
	 * Add the filter to an appender, if that writes on another thread and does not have
	 * it.
	 * @param appender the appender
	 */
	public static void install(Appender<ILoggingEvent> appender) {
		boolean asynchronous = appender instanceof AsyncAppenderBase || appender instanceof AsyncDisruptorAppender;
		if (asynchronous && appender.getCopyOfAttachedFiltersList().stream().noneMatch(WorkCapture.class::isInstance)) {
			WorkCapture filter = new WorkCapture();
			filter.start();
			appender.addFilter(filter);
		}
	}

	@Override
	public FilterReply decide(ILoggingEvent event) {
		TelemetryContext work = TelemetryContext.current();
		if (!work.isEmpty() && event instanceof LoggingEvent mutable) {
			work.forEach((key, value) -> mutable.addKeyValuePair(new KeyValuePair(key, value)));
		}
		return FilterReply.NEUTRAL;
	}

}
