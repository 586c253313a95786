// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Tests for {@link PriceTable}. */
class PriceTableTests {

	private static final double CENT_OF_A_MICRO_DOLLAR = 1e-8;

	private static final ModelPrice FAMILY = new ModelPrice("gpt-4o", null, 2.5, 10.0, 1.25, null);

	private static final ModelPrice MINI = new ModelPrice("gpt-4o-mini", null, 0.15, 0.6, 0.075, null);

	@Test
	void eachKindOfTokenHasItsPrice() {
		TokenUsage usage = new TokenUsage(1_234, 567, 8_901, 23);
		// (1234 * 2.5 + 567 * 10 + 8901 * 1.25 + 23 * 2.5) / 10^6
		assertThat(table(FAMILY).cost("gpt-4o", usage)).isCloseTo(0.01993875, within(CENT_OF_A_MICRO_DOLLAR));
	}

	@Test
	void longestBeginningOfTheNameHolds() {
		PriceTable table = table(FAMILY, MINI);
		assertThat(table.cost("gpt-4o-2024-08-06", TokenUsage.of(1_000_000, 0))).isEqualTo(2.5);
		assertThat(table.cost("GPT-4o-mini-2024-07-18", TokenUsage.of(1_000_000, 0))).isEqualTo(0.15);
	}

	@Test
	void youngestPriceThatHasBegunHolds() {
		PriceTable table = table(FAMILY, since("2026-03-01", 3), since("2026-06-01", 4), since("2026-07-01", 5));
		assertThat(table.cost("gpt-4o", TokenUsage.of(1_000_000, 0))).isEqualTo(4);
	}

	@Test
	void longBeginningWithoutAPriceYetIsUnknown() {
		PriceTable table = table(FAMILY,
				new ModelPrice("gpt-4o-mini", LocalDate.parse("2026-07-01"), 9, null, null, null));
		assertThat(table.cost("gpt-4o-mini", TokenUsage.of(1_000_000, 0))).isNull();
	}

	@Test
	void modelWithoutAPriceIsUnknownAndNotFree() {
		assertThat(table(FAMILY).cost("claude-sonnet-4-5", TokenUsage.of(1, 1))).isNull();
	}

	@Test
	void answerWithoutAPriceIsUnknownAndNotFree() {
		ModelPrice embeddings = new ModelPrice("text-embedding-3", null, 0.02, null, null, null);
		assertThat(table(embeddings).cost("text-embedding-3-small", TokenUsage.of(8, 0))).isEqualTo(0.16e-6);
		assertThat(table(embeddings).cost("text-embedding-3-small", TokenUsage.of(8, 1))).isNull();
	}

	@Test
	void freeModelCostsNothing() {
		assertThat(table(new ModelPrice("llama", null, 0, 0.0, null, null)).cost("llama3", TokenUsage.of(7, 7)))
			.isZero();
	}

	@Test
	void negativePriceIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ModelPrice("gpt", null, -1, null, null, null))
			.withMessage("'input' must be zero or more: -1.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new ModelPrice("gpt", null, 1, Double.NaN, null, null))
			.withMessage("'output' must be zero or more: NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> new ModelPrice(" ", null, 1, null, null, null))
			.withMessage("'model' must not be empty");
	}

	private static ModelPrice since(String day, double input) {
		return new ModelPrice("gpt-4o", LocalDate.parse(day), input, null, null, null);
	}

	private static PriceTable table(ModelPrice... prices) {
		return new PriceTable(List.of(prices),
				Clock.fixed(Instant.parse("2026-06-30T23:59:59Z"), ZoneOffset.ofHours(5)));
	}

}
