// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Tells access lines from all others: where they are written tells nobody anything.
 */
final class AccessLines {

	private static final String LOGGER = "com.starmates.telemetry.access";

	private AccessLines() {
	}

	static boolean contain(ILoggingEvent event) {
		return LOGGER.equals(event.getLoggerName());
	}

}
