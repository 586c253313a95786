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

	private final JsonValues values;

	MembersPart(String object, JsonValues values) {
		this.values = values;
		this.name = JsonBuffer.quote(object);
		this.members = Arrays.stream(LogMember.values())
			.filter((member) -> member.object().equals(object))
			.toArray(LogMember[]::new);
	}

	@Override
	public void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		boolean open = false;
		for (LogMember member : this.members) {
			Object value = line.fields().get(member);
			if (value != null) {
				if (!open) {
					json.beginObject(this.name);
					open = true;
				}
				json.name(member.quotedMember());
				this.values.writeMember(json, value, line.limits().text());
			}
		}
		if (open) {
			json.endObject();
		}
	}

}
