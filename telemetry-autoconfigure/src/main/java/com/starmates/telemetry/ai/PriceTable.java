// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Prices of models. The one with the longest beginning of a model's name holds; of
 * several, the youngest that has begun.
 *
 * @since 1.0.0
 */
public final class PriceTable {

	private static final Comparator<ModelPrice> NEAREST_FIRST = Comparator
		.comparing((ModelPrice price) -> -price.model().length())
		.thenComparing((price) -> since(price), Comparator.reverseOrder());

	private final List<ModelPrice> prices;

	private final Clock clock;

	/**
	 * Create a table.
	 * @param prices the prices, in any order
	 * @param clock tells the day that prices are asked for
	 */
	public PriceTable(Collection<ModelPrice> prices, Clock clock) {
		this.prices = prices.stream().sorted(NEAREST_FIRST).toList();
		this.clock = clock;
	}

	/**
	 * Return what tokens cost today.
	 * @param model name of the model
	 * @param usage the tokens
	 * @return the cost in US dollars, or {@code null} if the model, or one kind of its
	 * tokens, has no price
	 */
	public @Nullable Double cost(String model, TokenUsage usage) {
		ModelPrice price = price(model.toLowerCase(Locale.ROOT), LocalDate.now(this.clock.withZone(ZoneOffset.UTC)));
		return (price != null) ? price.cost(usage) : null;
	}

	/** Where the nearest name has no price yet, that of another would be wrong. */
	private @Nullable ModelPrice price(String model, LocalDate today) {
		int longest = 0;
		for (ModelPrice price : this.prices) {
			if (price.model().length() >= longest && model.startsWith(price.model().toLowerCase(Locale.ROOT))) {
				longest = price.model().length();
				if (!since(price).isAfter(today)) {
					return price;
				}
			}
		}
		return null;
	}

	private static LocalDate since(ModelPrice price) {
		return (price.from() != null) ? price.from() : LocalDate.MIN;
	}

}
