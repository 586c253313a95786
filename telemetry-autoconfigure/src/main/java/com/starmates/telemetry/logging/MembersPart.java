// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes one object of the log line, such as {@code request}, if it has members.
 */
final class MembersPart implements LinePart {

	private final byte[] name;

	private final LogMember[] members;

	MembersPart(String object) {
		this.name = JsonBuffer.quote(object);
		this.members = Arrays.stream(LogMember.values())
			.filter((member) -> member.object().equals(object))
			.toArray(LogMember[]::new);
	}

	@Override
	public void writeTo(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		boolean open = false;
		for (LogMember member : this.members) {
			Object value = fields.get(member);
			if (value != null) {
				if (!open) {
					json.beginObject(this.name);
					open = true;
				}
				json.name(member.quotedMember());
				JsonValues.write(json, value);
			}
		}
		if (open) {
			json.endObject();
		}
	}

}
