// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

	private static final int LENGTH = Integer.getInteger("hostile-length", 400_000);

	/** Hundred times as long as a character takes. */
	private static final Duration LIMIT = Duration.ofNanos(25_000).multipliedBy(LENGTH);

	private static final int PAIR_LENGTH = 1_000;

	private static final int LONGER = 32;

	/**
	 * What is read again and again takes as much more for a character as the text is
	 * longer.
	 */
	private static final int MUCH_DEARER = LONGER / 3;

	private static final int SUSPECTS = 40;

	private static final int ATTEMPTS = 5;

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
			"*", "***", "password=***,", "password: must ", "password: a b ", "a password: ", "secrets: 1 ",
			"token:read", "a>", "<a b", "\">", "<password a='b'>", "<password><![CDATA[", "]]>", ")=(", "(password)=(",
			"Key (password)=(a", ")", "'password': rejected value [", "]; ", "--", "--password ", "--a", "curl ",
			"curl -u a:", " -u a:", "PASSWORD '", "BY \"", "setPassword(\"", "('", "Config", "TokenConfig:",
			"bean with name 'a':", "hvs.", "glc_", "ATATT", "://hooks.slack.com/services/");

	private final Masker masker = Masker.standard();

	@ParameterizedTest
	@FieldSource("UNITS")
	void readsATextOnce(String unit) {
		String text = unit.repeat(LENGTH / unit.length());
		assertThat(CompletableFuture.supplyAsync(() -> this.masker.mask(text))).succeedsWithin(LIMIT)
			.asString()
			.isNotEmpty();
	}

	@ParameterizedTest
	@FieldSource("UNITS")
	void readsAKeyOnce(String unit) {
		String key = unit.repeat(LENGTH / unit.length()) + "_count";
		assertThat(CompletableFuture.supplyAsync(() -> this.masker.isSecretKey(key))).succeedsWithin(LIMIT)
			.isEqualTo(false);
	}

	/**
	 * What is read again and again takes far longer than the rest, even where it is
	 * short.
	 */
	@Test
	@Timeout(60)
	void readsATextOfAnyTwoOnce() {
		List<Pair> slowest = new ArrayList<>();
		for (String first : UNITS) {
			for (String second : UNITS) {
				for (boolean mixed : List.of(true, false)) {
					Pair pair = new Pair(first, second, mixed);
					slowest.add(pair.timed(this.masker));
				}
			}
			slowest.sort(Comparator.comparingLong(Pair::nanos).reversed());
			slowest.subList(Math.min(slowest.size(), SUSPECTS), slowest.size()).clear();
		}
		assertThat(slowest).hasSize(SUSPECTS).allMatch((pair) -> pair.isReadOnce(this.masker));
	}

	private record Pair(String first, String second, boolean mixed, long nanos) {

		Pair(String first, String second, boolean mixed) {
			this(first, second, mixed, 0);
		}

		Pair timed(Masker masker) {
			return new Pair(this.first, this.second, this.mixed, time(masker, PAIR_LENGTH));
		}

		/** A longer text takes about as much longer, not the square of that. */
		boolean isReadOnce(Masker masker) {
			long shorter = Long.MAX_VALUE;
			long longer = Long.MAX_VALUE;
			for (int i = 0; i < ATTEMPTS && (i == 0 || longer / LONGER > MUCH_DEARER * shorter); i++) {
				shorter = Math.min(shorter, time(masker, PAIR_LENGTH));
				longer = Math.min(longer, time(masker, PAIR_LENGTH * LONGER));
			}
			return longer / LONGER <= MUCH_DEARER * shorter;
		}

		private long time(Masker masker, int length) {
			String text = text(length);
			long start = System.nanoTime();
			assertThat(masker.mask(text)).isNotEmpty();
			return System.nanoTime() - start;
		}

		private String text(int length) {
			if (this.mixed) {
				return (this.first + this.second).repeat(length / (this.first.length() + this.second.length()));
			}
			int half = length / 2;
			return this.first.repeat(half / this.first.length()) + this.second.repeat(half / this.second.length());
		}

	}

}
