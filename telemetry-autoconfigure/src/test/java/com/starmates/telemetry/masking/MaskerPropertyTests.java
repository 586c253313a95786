// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.starmates.telemetry.test.SecretCorpus;
import com.starmates.telemetry.test.SecretCorpus.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Masker} with very many random texts, the same each time.
 */
class MaskerPropertyTests {

	private static final int TEXTS = 100_000;

	/** No digits that secrets consist of. */
	private static final List<String> WORDS = List.of("session", "is", "read", "user_1", "0.010", "-", "(a)", "[b]",
			"{c}", "x=1", "y:0", "\"quoted\"", "it's", "a,b;c", "<d>", "https://example.org/0?a=1&b=0", "100%", "grüße",
			"你好", "🙂", "\ud800", "\u0000", "\\", "...", "eyJ", "Bearer of", "basic", "token_count=1", "::", "==",
			"--");

	private static final List<String> FRAGMENTS = List.of("password", "token", "count", "Bearer", "basic", "eyJ",
			"eyJhbGciOiJI", ".", "..", ":", "=", "://", "@", "/", "?", "&", ",", ";", ", ", "; ", " ", "  ", "\n",
			"\\n", "\"", "'", "\\\"", "\\\\\"", "\\", "{", "}", "[", "]", "(", ")", "<", ">", "</",
			"4111 1111 1111 1111", "4111111111111111", "4111", "-", "_", "%20", "%3D", "AKIA", "ABCDEFGHIJKLMNOP",
			"ghp_", "0123456789abcdefghij", "sk-", "-----", "BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----END ",
			"Cookie: ", "Authorization: ", "a", "1", "***", "*", "é", "\ud83d", "\u0000", "trace_id", "null", "${",
			"YWxpY2U6aHVu");

	private final Masker masker = Masker.standard();

	private final Random random = new Random(42);

	@Test
	void noSecretSurvivesBetweenOtherWords() {
		List<Secret> secrets = SecretCorpus.secrets();
		for (int i = 0; i < TEXTS; i++) {
			List<Secret> chosen = List.of(pick(secrets), pick(secrets));
			String text = words() + chosen.get(0).text() + words() + chosen.get(1).text() + words();
			String masked = this.masker.mask(text);
			for (Secret secret : chosen) {
				assertThat(secret.secrets()).as(text).noneMatch(masked::contains);
			}
			assertMaskedOnce(masked);
		}
	}

	@Test
	void textWithoutSecretsStaysTheSameInstance() {
		for (int i = 0; i < TEXTS; i++) {
			String text = words();
			assertThat(this.masker.mask(text)).isSameAs(text);
		}
	}

	@Test
	void anyTextIsMaskedOnce() {
		for (int i = 0; i < TEXTS; i++) {
			StringBuilder text = new StringBuilder();
			for (int j = this.random.nextInt(20); j >= 0; j--) {
				text.append(pick(FRAGMENTS));
			}
			assertMaskedOnce(this.masker.mask(text.toString()));
		}
	}

	@Test
	void anyCharactersAreMaskedOnce() {
		for (int i = 0; i < TEXTS; i++) {
			char[] text = new char[this.random.nextInt(40)];
			for (int j = 0; j < text.length; j++) {
				text[j] = (char) this.random.nextInt(this.random.nextBoolean() ? 128 : 65536);
			}
			assertMaskedOnce(this.masker.mask(new String(text)));
		}
	}

	private void assertMaskedOnce(String masked) {
		assertThat(this.masker.mask(masked)).isSameAs(masked);
	}

	private String words() {
		List<String> words = new ArrayList<>();
		for (int i = this.random.nextInt(5); i >= 0; i--) {
			words.add(pick(WORDS));
		}
		return ' ' + String.join(" ", words) + (this.random.nextBoolean() ? ' ' : '\n');
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
