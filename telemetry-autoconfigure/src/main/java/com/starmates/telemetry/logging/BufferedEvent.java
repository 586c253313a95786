// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.CallerData;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyVO;
import com.starmates.telemetry.error.ErrorCategory;
import com.starmates.telemetry.error.ErrorCodes;
import net.logstash.logback.marker.LogstashMarker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * A copy of an event, to be written later. It has what a line shows of the event, marked
 * by a key/value, and nothing that the application may change or that leads on to more.
 */
final class BufferedEvent extends LoggingEvent {

	private static final KeyValuePair MARK = new KeyValuePair("buffered", Boolean.TRUE);

	private static final String LOST = "buffered_lost";

	private static final int MAX_MARKER_DEPTH = 8;

	private final Logger logger;

	private final @Nullable IThrowableProxy throwable;

	private final long bytes;

	BufferedEvent(Logger logger, LoggingEvent event) {
		this.logger = logger;
		setLoggerName(event.getLoggerName());
		setLoggerContextRemoteView(event.getLoggerContextVO());
		setLevel(event.getLevel());
		setThreadName(event.getThreadName());
		setInstant(event.getInstant());
		setSequenceNumber(event.getSequenceNumber());
		setMDCPropertyMap(event.getMDCPropertyMap());
		setMessage(event.getFormattedMessage());
		setCallerData(event.hasCallerData() ? event.getCallerData() : CallerData.EMPTY_CALLER_DATA_ARRAY);
		setKeyValuePairs(fields(event));
		keepMarkers(event.getMarkerList(), 0);
		this.throwable = ThrowableProxyVO.build(event.getThrowableProxy());
		this.bytes = EventBytes.of(this);
	}

	@Override
	public @Nullable IThrowableProxy getThrowableProxy() {
		return this.throwable;
	}

	/** Return the memory that the event takes, about. */
	long bytes() {
		return this.bytes;
	}

	/** Tell how many lines went before this one. */
	void tellLost(int lines) {
		if (lines > 0) {
			getKeyValuePairs().add(1, new KeyValuePair(LOST, lines));
		}
	}

	/** Write it as if its level were high enough. */
	void write() {
		this.logger.callAppenders(this);
	}

	/** Where a key comes twice, the first counts. */
	private static List<KeyValuePair> fields(LoggingEvent event) {
		List<KeyValuePair> fields = new ArrayList<>(4);
		fields.add(MARK);
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			pairs.forEach((pair) -> fields.add(new KeyValuePair(pair.key, KeptValues.of(pair.value))));
		}
		StructuredArguments.read(event, (key, value) -> fields.add(new KeyValuePair(key, value)));
		if (event.getThrowableProxy() instanceof ThrowableProxy known) {
			fields.add(new KeyValuePair("error_category", ErrorCategory.of(known.getThrowable()).toString()));
			String code = ErrorCodes.of(known.getThrowable());
			if (code != null) {
				fields.add(new KeyValuePair("error_code", code));
			}
		}
		return fields;
	}

	/** Appenders may select by them; those that hold values have been read. */
	private void keepMarkers(@Nullable Iterable<Marker> markers, int depth) {
		if (markers == null || depth == MAX_MARKER_DEPTH) {
			return;
		}
		for (Marker marker : markers) {
			if (marker instanceof LogstashMarker) {
				keepMarkers(marker::iterator, depth + 1);
			}
			else {
				addMarker(marker);
			}
		}
	}

}
