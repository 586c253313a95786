// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.tracking.TrackingId;

/**
 * Writes which service the line is of, in which environment, and the tracking id of the
 * work that logged it.
 */
final class IdentityPart extends LinePart {

	/** Where no trace is active. */
	private static final String UNKNOWN = "unknown";

	private static final byte[] TRACKING_ID = JsonBuffer.quote(TrackingId.NAME);

	private final byte[] service;

	private final byte[] environment;

	IdentityPart(String service, String environment) {
		this.service = member("service", service);
		this.environment = member("environment", environment);
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		String traceId = line.ids().traceId();
		json.name(this.service);
		json.name(TRACKING_ID);
		json.id((traceId != null) ? traceId : UNKNOWN);
		json.name(this.environment);
	}

	/** Return a member that is the same on every line: its value comes with its name. */
	private static byte[] member(String name, String value) {
		JsonBuffer json = new JsonBuffer();
		json.literal(JsonBuffer.quote(name));
		json.string(value);
		return json.toByteArray();
	}

}
