// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecentJson}.
 */
class RecentJsonTests {

	private final RecentJson<String> recent = new RecentJson<>(4);

	private final JsonBuffer json = new JsonBuffer();

	@Test
	void writesWhatWasWritten() {
		this.json.literal("before");
		add("a", "first");
		this.json.length(0);
		assertThat(this.recent.write(this.json, "a")).isTrue();
		assertThat(written()).isEqualTo("first");
	}

	@Test
	void writesNothingOfWhatItDoesNotKnow() {
		assertThat(this.recent.write(this.json, "a")).isFalse();
		assertThat(written()).isEmpty();
	}

	@Test
	void tellsThingsOfOneHashApart() {
		assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
		add("Aa", "first");
		assertThat(this.recent.write(this.json, "BB")).isFalse();
		add("BB", "second");
		assertThat(this.recent.write(this.json, "Aa")).isFalse();
	}

	@Test
	void doesNotKeepWhatIsLong() {
		add("a", "x".repeat(513));
		assertThat(this.recent.write(this.json, "a")).isFalse();
		add("a", "x".repeat(512));
		assertThat(this.recent.write(this.json, "a")).isTrue();
	}

	private void add(String thing, String text) {
		int start = this.json.length();
		this.json.literal(text);
		this.recent.add(thing, this.json, start);
	}

	private String written() {
		return new String(this.json.toByteArray(), StandardCharsets.UTF_8);
	}

}
