// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.List;

import com.starmates.telemetry.test.SecretCorpus;
import com.starmates.telemetry.test.SecretCorpus.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Masker} with all shapes of secrets, and what looks like them.
 */
class MaskerCorpusTests {

	private final Masker masker = Masker.standard();

	@ParameterizedTest
	@MethodSource("secrets")
	void masksTheSecretAndNothingElse(Secret secret) {
		assertThat(this.masker.mask(secret.text())).isEqualTo(secret.masked());
	}

	@ParameterizedTest
	@MethodSource("secrets")
	void masksWhatIsMaskedNoMore(Secret secret) {
		assertThat(this.masker.mask(secret.masked())).isSameAs(secret.masked());
	}

	@ParameterizedTest
	@MethodSource("lookalikes")
	void returnsTheSameTextWithoutSecrets(String text) {
		assertThat(this.masker.mask(text)).isSameAs(text);
	}

	@ParameterizedTest
	@MethodSource("secrets")
	void masksNothingWhenThereIsNothingToMask(Secret secret) {
		assertThat(Masker.none().mask(secret.text())).isSameAs(secret.text());
	}

	@Test
	void knowsManyShapes() {
		assertThat(secrets()).hasSizeGreaterThan(100);
		assertThat(lookalikes()).hasSizeGreaterThan(100);
	}

	static List<Secret> secrets() {
		return SecretCorpus.secrets();
	}

	static List<String> lookalikes() {
		return SecretCorpus.lookalikes();
	}

}
