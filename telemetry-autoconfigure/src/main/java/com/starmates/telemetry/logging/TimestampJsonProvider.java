// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes when the event happened: RFC 3339, UTC, milliseconds. Lines of one second share
 * all but the last digits.
 */
final class TimestampJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	private static final DateTimeFormatter TO_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.")
		.withZone(ZoneOffset.UTC);

	private static final long MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

	private final String name;

	private volatile Second second = Second.of(0);

	TimestampJsonProvider(String name) {
		this.name = name;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		long millis = event.getTimeStamp();
		generator.writeStringProperty(this.name,
				second(Math.floorDiv(millis, MILLIS_PER_SECOND)).with((int) Math.floorMod(millis, MILLIS_PER_SECOND)));
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

		String with(int millis) {
			StringBuilder builder = new StringBuilder(this.text.length() + 4).append(this.text);
			builder.append((char) ('0' + millis / 100));
			builder.append((char) ('0' + millis / 10 % 10));
			builder.append((char) ('0' + millis % 10));
			return builder.append('Z').toString();
		}

	}

}
