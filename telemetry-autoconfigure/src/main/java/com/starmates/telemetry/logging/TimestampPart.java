// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes when the event happened: RFC 3339, UTC, milliseconds. Lines of one second share
 * all but the last digits.
 */
final class TimestampPart extends LinePart {

	private static final DateTimeFormatter TO_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.")
		.withZone(ZoneOffset.UTC);

	private static final long MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

	private final byte[] name;

	private volatile Second second = Second.of(0);

	TimestampPart(String name) {
		this.name = JsonBuffer.quote(name);
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		long millis = event.getTimeStamp();
		json.name(this.name);
		json.timestamp(second(Math.floorDiv(millis, MILLIS_PER_SECOND)).text(),
				(int) Math.floorMod(millis, MILLIS_PER_SECOND));
	}

	private Second second(long epochSecond) {
		Second latest = this.second;
		if (latest.epochSecond != epochSecond) {
			latest = Second.of(epochSecond);
			this.second = latest;
		}
		return latest;
	}

	private record Second(long epochSecond, String text) {

		static Second of(long epochSecond) {
			return new Second(epochSecond, TO_SECOND.format(Instant.ofEpochSecond(epochSecond)));
		}

	}

}
