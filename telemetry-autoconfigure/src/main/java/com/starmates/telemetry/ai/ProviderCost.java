// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a provider says that a call cost. It is preferred to the price table.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ProviderCost {

	/**
	 * Read the cost of a call.
	 * @param nativeUsage the usage as the provider's own client has it, of any type
	 * @return the cost in US dollars, or {@code null} if it does not tell
	 */
	@Nullable Double of(Object nativeUsage);

}
