// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;

/**
 * Writes one object of the log line, such as {@code request}, if it has members.
 */
final class MembersPart extends LinePart {

	/** Some hundred bytes each. */
	private static final int RECENT = 64;

	private final byte[] name;

	private final Member[] members;

	MembersPart(String object, Masker masker, MaskedText texts) {
		super(LogMember.bitsOf(object));
		this.name = JsonBuffer.quote(object);
		this.members = Arrays.stream(LogMember.values())
			.filter((member) -> member.object().equals(object))
			.map((member) -> Member.of(member, masker, texts))
			.toArray(Member[]::new);
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
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

	/** A member, what masks its values, and what was written of them before. */
	private record Member(LogMember member, boolean secret, MaskedText texts, @Nullable RecentTexts recent) {

		static Member of(LogMember member, Masker masker, MaskedText texts) {
			MaskedText own = masker.isExemptKey(member.key()) ? MaskedText.WITHOUT_SECRETS : texts;
			return new Member(member, masker.isSecretKey(member.key()), own,
					member.isRecurring() ? new RecentTexts(RECENT, own) : null);
		}

		void write(JsonBuffer json, Object value, int maxBytes) {
			json.name(this.member.quotedMember());
			if (this.secret) {
				json.string(Masker.replacement());
			}
			else if (this.recent != null && value instanceof String text) {
				this.recent.write(json, text, maxBytes);
			}
			else {
				JsonScalars.writeMember(json, value, this.texts, maxBytes);
			}
		}

	}

}
