// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import com.starmates.telemetry.logging.LogKeys;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for log lines.
 *
 * @param enabled Whether to write log lines in the library's format.
 * @param format Format of the lines on the console.
 * @param keys Spelling of the first three keys of a JSON line.
 * @param includeCaller Whether every line tells the method and line that logged it, not
 * only errors. Costs a stack walk for each.
 */
@ConfigurationProperties("telemetry.logging")
record LoggingProperties(@DefaultValue("true") boolean enabled, @DefaultValue("json") Format format,
		@DefaultValue("at") LogKeys keys, @DefaultValue("false") boolean includeCaller) {

	/** Formats of log lines. */
	enum Format {

		/** One JSON object a line. */
		JSON,

		/** Boot's lines for people. */
		TEXT

	}

}
