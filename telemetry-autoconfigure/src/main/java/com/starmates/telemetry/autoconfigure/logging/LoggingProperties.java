// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.time.Duration;

import com.starmates.telemetry.logging.CloudWatchEncoder;
import com.starmates.telemetry.logging.LogKeys;
import org.slf4j.event.Level;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Settings for log lines.
 *
 * @param enabled Whether to write log lines in the library's format.
 * @param format Format of the lines on the console.
 * @param keys Spelling of the first three keys of a JSON line.
 * @param includeCaller Whether every line tells the method and line that logged it, not
 * only errors. Costs a stack walk for each.
 * @param maxFields Number of fields of a line, those of nested objects and arrays
 * included; more are dropped, and counted in fields_dropped.
 * @param maxBytes Length of a line in bytes; a longer one loses of its stack trace, then
 * other fields, then the end of its message.
 * @param writeDelay How long a JSON line on the console waits at most to be written
 * together with others, while lines come faster than a thousand a second. Slower ones
 * never wait; 0 writes each at once.
 * @param buffer Settings for lines below the level of their loggers.
 */
@ConfigurationProperties("telemetry.logging")
record LoggingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("json") Format format,
		@DefaultValue("at") LogKeys keys, @DefaultValue("false") boolean includeCaller,
		@DefaultValue("" + CloudWatchEncoder.DEFAULT_MAX_FIELDS) int maxFields,
		@DefaultValue("" + CloudWatchEncoder.DEFAULT_MAX_BYTES) int maxBytes, @DefaultValue("10ms") Duration writeDelay,
		@DefaultValue BufferProperties buffer) {

	LoggingProperties {
		if (maxFields < CloudWatchEncoder.LEAST_FIELDS || maxFields > 1000) {
			throw new InvalidConfigurationPropertyValueException("telemetry.logging.max-fields", maxFields,
					"Expected a number from " + CloudWatchEncoder.LEAST_FIELDS
							+ ", which the line itself needs, to 1000, which CloudWatch Logs discovers");
		}
		if (maxBytes < CloudWatchEncoder.LEAST_BYTES || maxBytes > 1_048_576) {
			throw new InvalidConfigurationPropertyValueException("telemetry.logging.max-bytes", maxBytes,
					"Expected a number from " + CloudWatchEncoder.LEAST_BYTES
							+ " to 1048576, such as 16384 for FireLens");
		}
		if (writeDelay.isNegative()) {
			throw new InvalidConfigurationPropertyValueException("telemetry.logging.write-delay", writeDelay,
					"Expected a duration of zero or more, such as 10ms");
		}
	}

	/**
	 * Read the settings while there are no beans yet. A wrong value must not take the log
	 * away that tells of it: the auto-configuration reports it, with an analysis.
	 */
	static LoggingProperties of(Environment environment) {
		try {
			return Binder.get(environment).bindOrCreate("telemetry.logging", LoggingProperties.class);
		}
		catch (BindException ex) {
			return new Binder().bindOrCreate("telemetry.logging", LoggingProperties.class);
		}
	}

	/**
	 * Settings for lines below the level of their loggers.
	 *
	 * @param enabled Whether to keep the lines of a request that are below the level of
	 * their loggers, and write them if it ends with an error or is slow.
	 * @param level Lowest level of the lines that are kept.
	 * @param maxRequestSize Memory for the lines of one request; where it is too little,
	 * the oldest lines go.
	 * @param maxTotalSize Memory for the lines of all requests together.
	 * @param slowThreshold How long a request takes at most that is not slow.
	 */
	record BufferProperties(@DefaultValue("false") boolean enabled, @DefaultValue("debug") Level level,
			@DefaultValue("256KB") DataSize maxRequestSize, @DefaultValue("16MB") DataSize maxTotalSize,
			@DefaultValue("5s") Duration slowThreshold) {

		BufferProperties {
			if (maxRequestSize.toBytes() < 1024) {
				throw new InvalidConfigurationPropertyValueException("telemetry.logging.buffer.max-request-size",
						maxRequestSize, "Expected a size of 1KB or more, such as 256KB");
			}
			if (maxTotalSize.compareTo(maxRequestSize) < 0) {
				throw new InvalidConfigurationPropertyValueException("telemetry.logging.buffer.max-total-size",
						maxTotalSize, "Expected a size not below telemetry.logging.buffer.max-request-size, which is "
								+ maxRequestSize);
			}
			if (slowThreshold.isNegative()) {
				throw new InvalidConfigurationPropertyValueException("telemetry.logging.buffer.slow-threshold",
						slowThreshold, "Expected a duration of zero or more, such as 5s");
			}
		}

	}

	/** Formats of log lines. */
	enum Format {

		/** One JSON object a line. */
		JSON,

		/** Boot's lines for people. */
		TEXT

	}

}
