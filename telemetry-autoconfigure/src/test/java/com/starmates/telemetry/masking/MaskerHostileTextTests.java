// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Masker} with texts made to keep it busy. Where it reads them once they
 * take a fraction of the time they may, where it reads them again and again they would
 * take hours.
 */
class MaskerHostileTextTests {

	private static final int LENGTH = Integer.getInteger("hostile-length", 1_000_000);

	private static final int PAIR_LENGTH = LENGTH / 500;

	static final List<String> UNITS = List.of("eyJ", "eyJ-", "eyJ_a", "eyJaaaaaaaaa.", "eyJaaaaaaaaa.b ", "a:", "a=",
			"//", "://", "a://", "a://b:", "a://b@", "Bearer ", "Basic ", "Basic a", "bearer\t", "basic+", "basic%20",
			"basic=", "bearer+", "bearer%20", ":password>", "-----BEGIN ", "-----BEGIN PRIVATE KEY",
			"-----BEGIN A-----", "-----END ", "4", "4111 ", "4111-", "4111 111111 ", "4 ", "411111", "password",
			"password=", "password:", "password: ", "password='", "password=\"", "password=\\\"", "password=[",
			"password={\"", "password=a,", "password=a)", "password=a\\", "\"password\":", "token: \"a", "token: 'a",
			"a token: 'a", "a token: {", "cookie:", "cookie=a; ", "=", ":", "\"", "'", "\\", "\\\"", " ", "\t:", "_",
			"-", ".", "a-", "a_", "aB", "A", "AKIA", "AKIAA", "sk-", "sk-a", "sk_live_", "ghp_", "SG.", "SG.a", "AIza",
			"<password>", "<password>a", ">", "&", "%", "%4", "%3D", "\\u003D", "trace_id=4", "trace_id:", "key:",
			"api key", "a key=", "key ", "-key:", "x.y", "[0]", "${", "password=${a", "é", "🙂", "\ud800", "\u0000",
			"*", "***", "password=***,");

	private final Masker masker = Masker.standard();

	@ParameterizedTest
	@FieldSource("UNITS")
	@Timeout(10)
	void readsATextOnce(String unit) {
		assertThat(this.masker.mask(unit.repeat(LENGTH / unit.length()))).isNotEmpty();
	}

	@ParameterizedTest
	@FieldSource("UNITS")
	@Timeout(10)
	void readsAKeyOnce(String unit) {
		assertThat(this.masker.isSecretKey(unit.repeat(LENGTH / unit.length()) + "_count")).isFalse();
	}

	@Test
	@Timeout(60)
	void readsATextOfAnyTwoOnce() {
		for (String first : UNITS) {
			for (String second : UNITS) {
				String pairs = (first + second).repeat(PAIR_LENGTH / (first.length() + second.length()));
				String halves = first.repeat(PAIR_LENGTH / first.length())
						+ second.repeat(PAIR_LENGTH / second.length());
				assertThat(this.masker.mask(pairs)).isNotEmpty();
				assertThat(this.masker.mask(halves)).isNotEmpty();
			}
		}
	}

}
