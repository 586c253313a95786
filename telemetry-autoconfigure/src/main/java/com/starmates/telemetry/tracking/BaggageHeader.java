// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code baggage}, which may come in several parts. It takes members up to the
 * limits that everybody must be able to pass on.
 *
 * @see <a href="https://www.w3.org/TR/baggage/#limits">Baggage, section 3.3.2</a>
 */
final class BaggageHeader {

	private static final int MAX_MEMBERS = 64;

	private static final int MAX_LENGTH = 8192;

	private final List<BaggageMember> members = new ArrayList<>();

	/** With the commas between the members. */
	private int length = -1;

	/** Add the members of one part. */
	void parse(String part) {
		int start = 0;
		while (start <= part.length()) {
			int comma = part.indexOf(',', start);
			int end = (comma >= 0) ? comma : part.length();
			add(BaggageMember.parse(part.substring(start, end)));
			start = end + 1;
		}
	}

	/** Add a member if it is one and fits; a shorter one behind it may fit yet. */
	void add(@Nullable BaggageMember member) {
		if (member != null && this.members.size() < MAX_MEMBERS && this.length + 1 + member.length() <= MAX_LENGTH) {
			this.members.add(member);
			this.length += 1 + member.length();
		}
	}

	boolean isEmpty() {
		return this.members.isEmpty();
	}

	Baggage toBaggage() {
		BaggageBuilder baggage = Baggage.builder();
		for (BaggageMember member : this.members) {
			baggage.put(member.key(), member.decodedValue(), BaggageEntryMetadata.create(member.properties()));
		}
		return baggage.build();
	}

	/** Return the value of the header. */
	@Override
	public String toString() {
		return this.members.stream().map(BaggageMember::toString).collect(Collectors.joining(","));
	}

}
