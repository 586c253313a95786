// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What may be spent in a calendar month, in UTC, and what has been. Kept by the process
 * alone: it begins with nothing spent, and knows nothing of others.
 *
 * @since 1.0.0
 */
public final class MonthlyBudget {

	private final double dollars;

	private final Clock clock;

	private YearMonth month;

	private double spent;

	/**
	 * Create a budget that nothing is spent of.
	 * @param dollars what may be spent in a month, in US dollars
	 * @param clock tells the month
	 * @throws IllegalArgumentException if the budget is not positive
	 */
	public MonthlyBudget(double dollars, Clock clock) {
		if (!(dollars > 0 && dollars < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException("'dollars' must be more than zero: " + dollars);
		}
		this.dollars = dollars;
		this.clock = clock;
		this.month = now();
	}

	synchronized void spend(double cost) {
		begin();
		this.spent += cost;
	}

	/** Return 1 when the budget is spent, and more when more is. */
	synchronized double usedRatio() {
		begin();
		return this.spent / this.dollars;
	}

	private void begin() {
		YearMonth now = now();
		if (!now.equals(this.month)) {
			this.month = now;
			this.spent = 0;
		}
	}

	private YearMonth now() {
		return YearMonth.now(this.clock.withZone(ZoneOffset.UTC));
	}

}
