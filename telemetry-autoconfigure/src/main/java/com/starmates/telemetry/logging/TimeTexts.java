// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/**
 * Writes times: durations as seconds with six decimals, points in time as RFC 3339.
 */
final class TimeTexts {

	private TimeTexts() {
	}

	/** Write a value if it is a time; return whether it is. */
	static boolean write(JsonBuffer json, Object value) {
		if (value instanceof Duration duration) {
			writeSeconds(json, duration);
			return true;
		}
		if (value instanceof TemporalAccessor || value instanceof Date || value instanceof Calendar) {
			json.string(text(value));
			return true;
		}
		return false;
	}

	private static String text(Object value) {
		if (value instanceof ZonedDateTime time) {
			return text(time.toOffsetDateTime());
		}
		if (value instanceof OffsetDateTime time) {
			return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
		}
		if (value instanceof LocalDateTime time) {
			return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
		}
		if (value instanceof Calendar calendar) {
			return calendar.toInstant().toString();
		}
		return isPointInTime(value) ? Instant.ofEpochMilli(((Date) value).getTime()).toString() : value.toString();
	}

	/** JDBC's dates without time, and times without date, are none. */
	private static boolean isPointInTime(Object value) {
		return value.getClass() == Date.class || value.getClass().getName().equals("java.sql.Timestamp");
	}

	private static void writeSeconds(JsonBuffer json, Duration duration) {
		if (duration.isNegative()) {
			BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds());
			BigDecimal exact = seconds.add(BigDecimal.valueOf(duration.getNano(), 9));
			json.literal(exact.setScale(6, RoundingMode.DOWN).toPlainString());
			return;
		}
		json.number(duration.getSeconds());
		json.micros((int) TimeUnit.NANOSECONDS.toMicros(duration.getNano()));
	}

}
