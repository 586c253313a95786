// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one object of the log line, such as {@code request}, if it has members.
 */
final class MembersJsonProvider extends AbstractJsonProvider<ILoggingEvent> {

	private final String object;

	private final LogMember[] members;

	MembersJsonProvider(String object) {
		this.object = object;
		this.members = Arrays.stream(LogMember.values())
			.filter((member) -> member.object().equals(object))
			.toArray(LogMember[]::new);
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		EventFields fields = EventFields.current();
		boolean open = false;
		for (LogMember member : this.members) {
			Object value = fields.get(member);
			if (value != null) {
				if (!open) {
					generator.writeObjectPropertyStart(this.object);
					open = true;
				}
				JsonValues.write(generator, member.member(), value);
			}
		}
		if (open) {
			generator.writeEndObject();
		}
	}

}
