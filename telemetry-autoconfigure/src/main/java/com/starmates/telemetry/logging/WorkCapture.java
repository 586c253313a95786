// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import com.starmates.telemetry.context.TelemetryContext;
import net.logstash.logback.appender.AsyncDisruptorAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Logback filter that copies what is known of the work into events for appenders that
 * write on another thread. The thread that logs calls it.
 *
 * @since 1.0.0
 */
public final class WorkCapture extends Filter<ILoggingEvent> {

	private static final String KEY = "telemetry.context";

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

	/** The first of several such appenders takes it, and before it hands on the event. */
	@Override
	public FilterReply decide(ILoggingEvent event) {
		TelemetryContext work = TelemetryContext.current();
		if (!work.isEmpty() && event instanceof LoggingEvent mutable && !isCaptured(event.getKeyValuePairs())) {
			List<KeyValuePair> pairs = new ArrayList<>();
			if (event.getKeyValuePairs() != null) {
				pairs.addAll(event.getKeyValuePairs());
			}
			pairs.add(new KeyValuePair(KEY, work.snapshot()));
			mutable.setKeyValuePairs(pairs);
		}
		return FilterReply.NEUTRAL;
	}

	private static boolean isCaptured(@Nullable List<KeyValuePair> pairs) {
		return pairs != null && pairs.stream().anyMatch((pair) -> pair.value instanceof TelemetryContext);
	}

}
