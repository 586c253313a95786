// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Locale;

/**
 * How the first three keys of the log line are spelt.
 *
 * @since 1.0.0
 */
public enum LogKeys {

	/**
	 * {@code @timestamp}, {@code @level} and {@code @message}. CloudWatch Logs Insights
	 * shows them with a second {@code @}.
	 */
	AT("@"),

	/**
	 * {@code timestamp}, {@code level} and {@code message}.
	 */
	PLAIN("");

	private final String prefix;

	LogKeys(String prefix) {
		this.prefix = prefix;
	}

	String timestamp() {
		return this.prefix + "timestamp";
	}

	String level() {
		return this.prefix + "level";
	}

	String message() {
		return this.prefix + "message";
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
