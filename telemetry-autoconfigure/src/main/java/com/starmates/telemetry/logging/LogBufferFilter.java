// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.List;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Logback filter that hands lines below the level of their loggers to {@link LogBuffers},
 * while a request has one. No appender sees them. Whoever asks first whether a level is
 * enabled is told that it is. It must come after all other turbo filters, so that what
 * they decide stays decided.
 *
 * @since 1.0.0
 */
public final class LogBufferFilter extends TurboFilter {

	private final LogBuffers buffers;

	private final boolean includeCaller;

	/**
	 * Create a filter.
	 * @param buffers what takes the lines
	 * @param includeCaller whether to find out the method and line that logged each
	 */
	public LogBufferFilter(LogBuffers buffers, boolean includeCaller) {
		this.buffers = buffers;
		this.includeCaller = includeCaller;
	}

	/** Without anything to log, it is a question. */
	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			@Nullable Object @Nullable [] params, @Nullable Throwable exception) {
		LogBuffer buffer = isBelow(logger, level) ? this.buffers.current() : null;
		if (buffer == null || !buffer.isOpen()) {
			return FilterReply.NEUTRAL;
		}
		if (format == null && params == null && exception == null) {
			return FilterReply.ACCEPT;
		}
		buffer.add(copy(logger, () -> {
			LoggingEvent event = new LoggingEvent(Logger.FQCN, logger, level, format, exception, params);
			event.addMarker(marker);
			return event;
		}));
		return FilterReply.NEUTRAL;
	}

	/** The fluent API asks before it builds a line; nobody compares levels again. */
	@Override
	public FilterReply decide(Logger logger, org.slf4j.event.LoggingEvent line) {
		Level level = Level.convertAnSLF4JLevel(line.getLevel());
		LogBuffer buffer = isBelow(logger, level) ? this.buffers.current() : null;
		if (buffer == null) {
			return FilterReply.NEUTRAL;
		}
		if (buffer.isOpen()) {
			buffer.add(copy(logger, () -> event(logger, level, line)));
		}
		return FilterReply.DENY;
	}

	private boolean isBelow(Logger logger, Level level) {
		Level effective = logger.getEffectiveLevel();
		return level.levelInt < effective.levelInt && level.levelInt >= this.buffers.level().levelInt
				&& effective != Level.OFF;
	}

	/** What an event carries may be of the application's making, and fail. */
	private @Nullable BufferedEvent copy(Logger logger, Supplier<LoggingEvent> line) {
		try {
			LoggingEvent event = line.get();
			if (this.includeCaller) {
				event.getCallerData();
			}
			return new BufferedEvent(logger, event);
		}
		catch (Throwable ex) {
			return null;
		}
	}

	private static LoggingEvent event(Logger logger, Level level, org.slf4j.event.LoggingEvent line) {
		String boundary = line.getCallerBoundary();
		LoggingEvent event = new LoggingEvent((boundary != null) ? boundary : Logger.FQCN, logger, level,
				line.getMessage(), line.getThrowable(), line.getArgumentArray());
		List<Marker> markers = line.getMarkers();
		if (markers != null) {
			markers.forEach(event::addMarker);
		}
		event.setKeyValuePairs(line.getKeyValuePairs());
		return event;
	}

}
