// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Names}. */
class NamesTests {

	private final Names names = new Names();

	@Test
	void namesThatAreAlikeAreNumbered() {
		assertThat(this.names.add("key")).isEqualTo("key");
		assertThat(this.names.add("key")).isEqualTo("key_1");
		assertThat(this.names.add("key_1")).isEqualTo("key_1_2");
	}

	@Test
	void halvesOfSurrogatePairsAreAlike() {
		assertThat(this.names.add("\ud800")).isEqualTo("\ufffd");
		assertThat(this.names.add("\udc00")).isEqualTo("\ufffd_1");
		assertThat(this.names.add("\ufffd")).isEqualTo("\ufffd_2");
		assertThat(this.names.add("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
	}

	@Test
	void namesThatAreTooLongAreCutBetweenCharacters() {
		String long1 = "x".repeat(99) + "\ud83d\ude00" + "1";
		String long2 = "x".repeat(99) + "\ud83d\ude01" + "2";
		assertThat(this.names.add(long1)).isEqualTo("x".repeat(99) + "\ufffd\u2026");
		assertThat(this.names.add(long2)).isEqualTo("x".repeat(92) + "_1");
	}

}
