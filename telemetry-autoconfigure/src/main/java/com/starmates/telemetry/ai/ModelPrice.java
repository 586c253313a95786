// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the tokens of some models cost, in US dollars for a million.
 *
 * @param model beginning of the models' names, in any case
 * @param from first day that the price holds, in UTC; {@code null} if it always has
 * @param input price of tokens of the question that no cache held
 * @param output price of tokens of the answer; {@code null} if there are none, as of
 * embeddings
 * @param cacheRead price of tokens read from a cache; {@code null} if it is that of input
 * @param cacheWrite price of tokens written to a cache; {@code null} if it is that of
 * input
 * @since 1.0.0
 */
public record ModelPrice(String model, @Nullable LocalDate from, double input, @Nullable Double output,
		@Nullable Double cacheRead, @Nullable Double cacheWrite) {

	private static final double TOKENS_PER_PRICE = 1e6;

	/**
	 * Create a price.
	 * @throws IllegalArgumentException if the model's name is empty, or one of the prices
	 * is negative or no number
	 */
	public ModelPrice {
		if (model.isBlank()) {
			throw new IllegalArgumentException("'model' must not be empty");
		}
		check("input", input);
		check("output", output);
		check("cacheRead", cacheRead);
		check("cacheWrite", cacheWrite);
	}

	private static void check(String name, @Nullable Double price) {
		if (price != null && !(price >= 0 && price < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException("'" + name + "' must be zero or more: " + price);
		}
	}

	/** Return {@code null} if some of the tokens have no price. */
	@Nullable Double cost(TokenUsage usage) {
		if (this.output == null && usage.output() > 0) {
			return null;
		}
		return (usage.input() * this.input + usage.output() * orInput(this.output)
				+ usage.cacheRead() * orInput(this.cacheRead) + usage.cacheWrite() * orInput(this.cacheWrite))
				/ TOKENS_PER_PRICE;
	}

	private double orInput(@Nullable Double price) {
		return (price != null) ? price : this.input;
	}

}
