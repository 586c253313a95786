// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes one part of the log line: a member, or a few that belong together, or nothing. A
 * class, for each line calls some twenty of them, and a class's method is found quicker
 * than an interface's.
 */
abstract class LinePart {

	abstract void writeTo(Line line, ILoggingEvent event);

}
