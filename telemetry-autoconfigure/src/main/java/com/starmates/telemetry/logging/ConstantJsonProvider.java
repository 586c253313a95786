// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a member that is the same on every line.
 */
final class ConstantJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	private final String name;

	private final String value;

	ConstantJsonProvider(String name, String value) {
		this.name = name;
		this.value = value;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		generator.writeStringProperty(this.name, this.value);
	}

}
