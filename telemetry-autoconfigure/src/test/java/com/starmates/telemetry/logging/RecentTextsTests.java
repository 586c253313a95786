// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;

import com.starmates.telemetry.masking.Masker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecentTexts}: what is written again is what was written first.
 */
class RecentTextsTests {

	private static final int MAX_BYTES = 10_000;

	private static final String SECRET = "curl password=hunter2secret";

	private final RecentTexts texts = new RecentTexts(4, new MaskedText(Masker.standard()));

	private final JsonBuffer json = new JsonBuffer();

	@ParameterizedTest
	@ValueSource(strings = { "", "GET", "Grüße \"an\" alle\n", SECRET })
	void writesTextsAlikeAgainAndAgain(String text) {
		JsonBuffer expected = new JsonBuffer();
		expected.string(Masker.standard().mask(text));
		String once = new String(expected.toByteArray(), StandardCharsets.UTF_8);
		assertThat(write(text, MAX_BYTES)).isEqualTo(once);
		assertThat(write(text, MAX_BYTES)).isEqualTo(once);
		assertThat(write("another", MAX_BYTES)).isEqualTo("\"another\"");
		assertThat(write(text, MAX_BYTES)).isEqualTo(once);
	}

	@Test
	void cutsTextsThatItKnows() {
		assertThat(write("a rather long text", MAX_BYTES)).isEqualTo("\"a rather long text\"");
		assertThat(write("a rather long text", 9)).isEqualTo("\"a rath…\"");
		assertThat(write("a rather long text", MAX_BYTES)).isEqualTo("\"a rather long text\"");
	}

	private String write(String text, int maxBytes) {
		this.json.length(0);
		this.texts.write(this.json, text, maxBytes);
		return new String(this.json.toByteArray(), StandardCharsets.UTF_8);
	}

}
