// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.masking.Masker;

/**
 * Writes one object of the log line, such as {@code request}, if it has members.
 */
final class MembersPart extends LinePart {

	private final byte[] name;

	private final Member[] members;

	private final int bits;

	MembersPart(String object, Masker masker, MaskedText texts) {
		this.name = JsonBuffer.quote(object);
		this.members = Arrays.stream(LogMember.values())
			.filter((member) -> member.object().equals(object))
			.map((member) -> Member.of(member, masker, texts))
			.toArray(Member[]::new);
		this.bits = Arrays.stream(this.members).mapToInt((member) -> member.member().bit()).sum();
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		if (!line.fields().hasAny(this.bits)) {
			return;
		}
		JsonBuffer json = line.json();
		json.beginObject(this.name);
		for (Member member : this.members) {
			Object value = line.fields().get(member.member());
			if (value != null) {
				member.write(json, value, line.limits().text());
			}
		}
		json.endObject();
	}

	/** A member, and what masks its values. */
	private record Member(LogMember member, boolean secret, MaskedText texts) {

		static Member of(LogMember member, Masker masker, MaskedText texts) {
			return new Member(member, masker.isSecretKey(member.key()),
					masker.isExemptKey(member.key()) ? MaskedText.WITHOUT_SECRETS : texts);
		}

		void write(JsonBuffer json, Object value, int maxBytes) {
			json.name(this.member.quotedMember());
			JsonScalars.writeMember(json, this.secret ? Masker.replacement() : value, this.texts, maxBytes);
		}

	}

}
