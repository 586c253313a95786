// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the level.
 */
final class LevelPart extends LinePart {

	private final byte[] name;

	LevelPart(String name) {
		this.name = JsonBuffer.quote(name);
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		line.json().name(this.name);
		line.json().id(event.getLevel().toString());
	}

}
