// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.tracking.TrackingId;

/**
 * Writes the tracking id of the work that logged the event.
 */
final class TrackingIdPart implements LinePart {

	/** Where no trace is active. */
	private static final String UNKNOWN = "unknown";

	private static final byte[] NAME = JsonBuffer.quote(TrackingId.NAME);

	@Override
	public void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		String traceId = line.ids().traceId();
		json.name(NAME);
		json.string((traceId != null) ? traceId : UNKNOWN);
	}

}
