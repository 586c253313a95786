// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes one part of the log line: a member, or a few that belong together, or nothing. A
 * class, for each line calls some twenty of them, and a class's method is found quicker
 * than an interface's.
 */
abstract class LinePart {

	private final int members;

	/** Make a part that may write on any line. */
	LinePart() {
		this(0);
	}

	/**
	 * Make a part that writes only where one of some members is set.
	 * @param members their bits
	 */
	LinePart(int members) {
		this.members = members;
	}

	/** Return whether there may be something to write. */
	final boolean isWanted(EventFields fields) {
		return this.members == 0 || fields.hasAny(this.members);
	}

	abstract void writeTo(Line line, ILoggingEvent event);

}
