// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes how many fields the line had no room for.
 */
final class DroppedPart extends LinePart {

	private static final byte[] NAME = JsonBuffer.quote("fields_dropped");

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		int dropped = line.budget().dropped();
		if (dropped > 0) {
			line.json().name(NAME);
			line.json().number(dropped);
		}
	}

}
