// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.masking.Masker;

/**
 * Writes one object of the log line, such as {@code request}, if it has members.
 */
final class MembersPart implements LinePart {

	private final byte[] name;

	private final Member[] members;

	MembersPart(String object, Masker masker) {
		this.name = JsonBuffer.quote(object);
		this.members = Arrays.stream(LogMember.values())
			.filter((member) -> member.object().equals(object))
			.map((member) -> Member.of(member, masker))
			.toArray(Member[]::new);
	}

	@Override
	public void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		boolean open = false;
		for (Member member : this.members) {
			Object value = line.fields().get(member.member());
			if (value != null) {
				if (!open) {
					json.beginObject(this.name);
					open = true;
				}
				member.write(json, value, line.limits().text());
			}
		}
		if (open) {
			json.endObject();
		}
	}

	/** A member, and what masks its values. */
	private record Member(LogMember member, boolean secret, Masker masker) {

		static Member of(LogMember member, Masker masker) {
			return new Member(member, masker.isSecretKey(member.key()),
					masker.isExemptKey(member.key()) ? Masker.none() : masker);
		}

		void write(JsonBuffer json, Object value, int maxBytes) {
			json.name(this.member.quotedMember());
			JsonScalars.writeMember(json, this.secret ? Masker.MASK : value, this.masker, maxBytes);
		}

	}

}
