// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import io.nats.client.impl.Headers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NatsHeaders}.
 */
class NatsHeadersTests {

	@Test
	void nameIsReadInAnyCase() {
		Headers headers = new Headers().add("Traceparent", "first", "second");
		assertThat(NatsHeaders.INSTANCE.get(headers, "traceparent")).isEqualTo("first");
		assertThat(NatsHeaders.INSTANCE.getAll(headers, "traceparent")).toIterable().containsExactly("first", "second");
	}

	@Test
	void nothingIsReadFromNothing() {
		assertThat(NatsHeaders.INSTANCE.get(null, "traceparent")).isNull();
		assertThat(NatsHeaders.INSTANCE.get(new Headers(), "traceparent")).isNull();
		assertThat(NatsHeaders.INSTANCE.getAll(null, "traceparent")).isExhausted();
	}

	@Test
	void nameIsWrittenOnce() {
		Headers headers = new Headers().put("Traceparent", "old").put("TRACEPARENT", "older").put("mine", "kept");
		NatsHeaders.INSTANCE.set(headers, "traceparent", "new");
		assertThat(headers.keySet()).containsExactlyInAnyOrder("traceparent", "mine");
		assertThat(headers.get("traceparent")).containsExactly("new");
	}

	@Test
	void valueThatCannotBeAHeaderIsLeftOut() {
		Headers headers = new Headers();
		NatsHeaders.INSTANCE.set(headers, "baggage", "a\r\nb");
		assertThat(headers.keySet()).isEmpty();
	}

}
