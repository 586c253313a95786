// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import com.openai.core.JsonNumber;
import com.openai.models.completions.CompletionUsage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cost that providers behind OpenAI's protocol add to the usage, as
 * <a href="https://openrouter.ai/docs/use-cases/usage-accounting">OpenRouter</a> does:
 * {@code "cost": 0.0123}.
 *
 * @since 1.0.0
 */
public final class OpenAiCost implements ProviderCost {

	@Override
	public @Nullable Double of(Object nativeUsage) {
		return (nativeUsage instanceof CompletionUsage usage
				&& usage._additionalProperties().get("cost") instanceof JsonNumber cost
				&& cost.value().doubleValue() >= 0) ? cost.value().doubleValue() : null;
	}

}
