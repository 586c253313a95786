// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.tracking.TrackingId;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the tracking id of the work that logged the event.
 */
final class TrackingIdJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	/** Where no trace is active. */
	static final String UNKNOWN = "unknown";

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		String traceId = EventFields.current().traceId();
		generator.writeStringProperty(TrackingId.NAME, (traceId != null) ? traceId : UNKNOWN);
	}

}
