// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the application's own fields, which stay at the top level.
 */
final class ExtraFieldsPart implements LinePart {

	@Override
	public void writeTo(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		for (int i = 0; i < fields.extraCount(); i++) {
			json.name(fields.extraName(i));
			JsonValues.write(json, fields.extraValue(i));
		}
	}

}
