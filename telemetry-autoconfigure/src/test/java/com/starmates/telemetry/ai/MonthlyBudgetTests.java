// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link MonthlyBudget}. */
class MonthlyBudgetTests {

	private Instant now = Instant.parse("2026-06-30T23:59:59Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	@Test
	void tellsWhichPartIsSpent() {
		MonthlyBudget budget = new MonthlyBudget(200, this.clock);
		budget.spend(30);
		budget.spend(20);
		assertThat(budget.usedRatio()).isEqualTo(0.25);
	}

	@Test
	void tellsMoreThanOneWhenMoreIsSpent() {
		MonthlyBudget budget = new MonthlyBudget(1, this.clock);
		budget.spend(3);
		assertThat(budget.usedRatio()).isEqualTo(3);
	}

	@Test
	void beginsAnewWithTheMonth() {
		MonthlyBudget budget = new MonthlyBudget(100, this.clock);
		budget.spend(40);
		this.now = Instant.parse("2026-07-01T00:00:00Z");
		assertThat(budget.usedRatio()).isZero();
		budget.spend(10);
		assertThat(budget.usedRatio()).isEqualTo(0.1);
	}

	@Test
	void nothingIsNoBudget() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MonthlyBudget(0, this.clock))
			.withMessage("'dollars' must be more than zero: 0.0");
	}

}
