// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.starmates.telemetry.ai.ModelPrice;
import com.starmates.telemetry.ai.MonthlyBudget;
import com.starmates.telemetry.ai.PriceTable;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Settings for calls of AI models.
 *
 * @param enabled Whether to record calls of AI models.
 * @param monthlyBudget US dollars that may be spent in a calendar month, in UTC; nothing
 * is refused beyond.
 * @param prices What models' tokens cost.
 */
@ConfigurationProperties("telemetry.ai")
record AiProperties(@DefaultValue("true") boolean enabled, @Nullable Double monthlyBudget,
		@DefaultValue List<Price> prices) {

	private static final String PREFIX = "telemetry.ai.";

	AiProperties {
		if (monthlyBudget != null && !(monthlyBudget > 0 && monthlyBudget < Double.POSITIVE_INFINITY)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "monthly-budget", monthlyBudget,
					"Must be more than zero, in US dollars.");
		}
		Set<String> known = new HashSet<>();
		for (int i = 0; i < prices.size(); i++) {
			prices.get(i).check(PREFIX + "prices[" + i + "].", known);
		}
	}

	PriceTable table(Clock clock) {
		return new PriceTable(this.prices.stream().map(Price::price).toList(), clock);
	}

	@Nullable MonthlyBudget budget(Clock clock) {
		return (this.monthlyBudget != null) ? new MonthlyBudget(this.monthlyBudget, clock) : null;
	}

	/**
	 * What the tokens of some models cost, in US dollars for a million.
	 *
	 * @param model Beginning of the models' names, in any case; the longest that fits
	 * holds.
	 * @param from First day that the price holds, in UTC; the youngest that has begun
	 * holds.
	 * @param input Price of tokens of the question that no cache held.
	 * @param output Price of tokens of the answer; answers of models without one, as of
	 * embeddings, have none.
	 * @param cacheRead Price of tokens read from a cache, that of input if not set.
	 * @param cacheWrite Price of tokens written to a cache, that of input if not set.
	 */
	record Price(@Nullable String model, @Nullable LocalDate from, @Nullable Double input, @Nullable Double output,
			@Nullable Double cacheRead, @Nullable Double cacheWrite) {

		private void check(String prefix, Set<String> known) {
			if (this.model == null || this.model.isBlank()) {
				throw new InvalidConfigurationPropertyValueException(prefix + "model", this.model,
						"Must be the beginning of a model's name.");
			}
			if (!known.add(this.model.toLowerCase(Locale.ROOT) + ' ' + this.from)) {
				throw new InvalidConfigurationPropertyValueException(prefix + "model", this.model,
						"Must not have two prices from the same day on.");
			}
			if (this.input == null) {
				throw new InvalidConfigurationPropertyValueException(prefix + "input", null,
						"Must be US dollars for a million tokens.");
			}
			check(prefix + "input", this.input);
			check(prefix + "output", this.output);
			check(prefix + "cache-read", this.cacheRead);
			check(prefix + "cache-write", this.cacheWrite);
		}

		private static void check(String property, @Nullable Double price) {
			if (price != null && !(price >= 0 && price < Double.POSITIVE_INFINITY)) {
				throw new InvalidConfigurationPropertyValueException(property, price,
						"Must be zero or more, in US dollars for a million tokens.");
			}
		}

		private ModelPrice price() {
			return new ModelPrice(String.valueOf(this.model), this.from, (this.input != null) ? this.input : 0,
					this.output, this.cacheRead, this.cacheWrite);
		}

	}

}
