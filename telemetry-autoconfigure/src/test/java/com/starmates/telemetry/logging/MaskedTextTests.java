// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.masking.MaskingRules;
import com.starmates.telemetry.test.SecretCorpus;
import com.starmates.telemetry.test.SecretCorpus.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MaskedText}: what it writes on the way is what masking first and
 * writing then would be.
 */
class MaskedTextTests {

	/** About as many characters as are read at once. */
	private static final int CHUNK = 256;

	private static final int MAX_BYTES = 1_000_000;

	private static final String BETWEEN = " .,;:=/-_'\"\\4é\ud83d\n";

	private final JsonBuffer json = new JsonBuffer();

	@ParameterizedTest
	@MethodSource("texts")
	void writesTextsMasked(String text) {
		assertThat(write(Masker.standard(), text)).isEqualTo(twice(Masker.standard(), text));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void writesTextsMaskedWhereverTheyStand(String text) {
		int length = Math.min(text.length(), CHUNK);
		for (int before = CHUNK - length - 1; before <= CHUNK + 1; before++) {
			String shifted = ".".repeat(Math.max(0, before)) + " " + text;
			assertThat(write(Masker.standard(), shifted)).isEqualTo(twice(Masker.standard(), shifted));
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void writesTextsAsTheyAreWithoutMasker(String text) {
		assertThat(write(Masker.none(), text)).isEqualTo(twice(Masker.none(), text));
	}

	@Test
	void tellsWhetherATextWasWrittenAsItIs() {
		MaskedText texts = new MaskedText(Masker.standard());
		assertThat(texts.write(this.json, "GET", MAX_BYTES)).isTrue();
		assertThat(texts.write(this.json, "password=hunter2secret", MAX_BYTES)).isFalse();
		assertThat(texts.write(this.json, "GET", 3)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme_0123456789abcdef", "é-acme_0123456789abcdef", "x acme_0123456789abcdef \"x\"",
			"pin=1234", "\npin\t: 1234" })
	void followsTheRules(String text) {
		MaskingRules rules = new MaskingRules(List.of("pin"), List.of(), List.of("acme_"));
		Masker masker = Masker.of(rules);
		assertThat(masker.mask(text)).contains(Masker.MASK);
		assertThat(write(masker, text)).isEqualTo(twice(masker, text));
	}

	/** All that is in the texts, in any order, with little between. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void writesAnyTextMasked(long seed) {
		Random random = new Random(seed);
		List<String> parts = texts().toList();
		for (int i = 0; i < 2_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int part = random.nextInt(6); part >= 0; part--) {
				String source = parts.get(random.nextInt(parts.size()));
				int from = random.nextInt(source.length() + 1);
				text.append(source, from, from + random.nextInt(source.length() - from + 1));
				text.append(BETWEEN.charAt(random.nextInt(BETWEEN.length())));
			}
			assertThat(write(Masker.standard(), text.toString())).isEqualTo(twice(Masker.standard(), text.toString()));
		}
	}

	/** In a time that grows with their length only; anything else would take minutes. */
	@ParameterizedTest
	@ValueSource(strings = { "4", "23456", "4 ", "4é", "b", "a:", "=", "trace_id=4", "\"", "\\", "\\u003d4" })
	@Timeout(10)
	void readsTextsOnce(String unit) {
		String text = unit.repeat(400_000 / unit.length());
		new MaskedText(Masker.standard()).write(this.json, text, Integer.MAX_VALUE);
		assertThat(this.json.length()).isGreaterThanOrEqualTo(400_000 / unit.length());
	}

	@Test
	void looksForAHookOnlyWhereATriggerIs() {
		String text = "https://hooks.slack.com/services/://hooks.slack.com/services/T000/B000/abcdef";
		assertThat(write(Masker.standard(), text)).isEqualTo(twice(Masker.standard(), text));
	}

	@Test
	void cutsWhatIsTooLong() {
		new MaskedText(Masker.standard()).write(this.json, "password=hunter2 " + "x".repeat(100), 20);
		assertThat(written()).isEqualTo("\"password=*** xxxx…\"");
	}

	@Test
	void writesBehindWhatIsThere() {
		this.json.string("before");
		new MaskedText(Masker.standard()).write(this.json, "Bearer abcdef0123456789abcdef", MAX_BYTES);
		assertThat(written()).isEqualTo("\"before\"\"Bearer ***\"");
	}

	private String write(Masker masker, String text) {
		this.json.length(0);
		new MaskedText(masker).write(this.json, text, MAX_BYTES);
		return written();
	}

	private String twice(Masker masker, String text) {
		this.json.length(0);
		this.json.string(masker.mask(text));
		return written();
	}

	private String written() {
		return new String(this.json.toByteArray(), StandardCharsets.UTF_8);
	}

	static Stream<String> texts() {
		return Stream.concat(SecretCorpus.secrets().stream().map(Secret::text), SecretCorpus.lookalikes().stream());
	}

}
