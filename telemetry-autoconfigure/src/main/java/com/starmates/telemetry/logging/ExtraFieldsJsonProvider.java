// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the application's own fields, which stay at the top level.
 */
final class ExtraFieldsJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		EventFields fields = EventFields.current();
		for (int i = 0; i < fields.extraCount(); i++) {
			JsonValues.write(generator, fields.extraName(i), fields.extraValue(i));
		}
	}

}
