// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What other systems have said of a trace, in their order. OpenTelemetry's own state
 * refuses keys that begin with a digit, which Level 2 allows.
 *
 * @param members the members, few enough to be searched one after another
 */
record ReceivedTraceState(List<TraceStateMember> members) implements TraceState {

	@Override
	public @Nullable String get(String key) {
		for (TraceStateMember member : this.members) {
			if (member.key().equals(key)) {
				return member.value();
			}
		}
		return null;
	}

	@Override
	public int size() {
		return this.members.size();
	}

	@Override
	public boolean isEmpty() {
		return this.members.isEmpty();
	}

	@Override
	public void forEach(BiConsumer<String, String> consumer) {
		this.members.forEach((member) -> consumer.accept(member.key(), member.value()));
	}

	@Override
	public Map<String, String> asMap() {
		Map<String, String> map = new LinkedHashMap<>();
		forEach(map::put);
		return map;
	}

	/** Its builder puts each member before those that it has. */
	@Override
	public TraceStateBuilder toBuilder() {
		TraceStateBuilder builder = TraceState.builder();
		for (int i = this.members.size() - 1; i >= 0; i--) {
			builder.put(this.members.get(i).key(), this.members.get(i).value());
		}
		return builder;
	}

}
