// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelledMeters;
import com.starmates.telemetry.error.ErrorCategory;
import com.starmates.telemetry.error.ErrorType;
import com.starmates.telemetry.error.FutureFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Records the meters of calls that have ended.
 *
 * @since 1.0.0
 */
public final class ModelCallMeters {

	private static final TokenType[] TOKEN_TYPES = TokenType.values();

	private final LabelledMeters<Counter> requests;

	private final LabelledMeters<Timer> durations;

	private final LabelledMeters<Timer> firstTokens;

	private final LabelledMeters<Counter> errors;

	private final LabelledMeters<Counter> tokens;

	private final LabelledMeters<Counter> costs;

	private final LabelledMeters<Counter> unknownCosts;

	private final @Nullable MonthlyBudget budget;

	/**
	 * Create the meters.
	 * @param meters makes them
	 * @param budget what may be spent, or {@code null} if nobody has said so
	 */
	public ModelCallMeters(GuardedMeters meters, @Nullable MonthlyBudget budget) {
		this.requests = meters.counters(AiMeters.REQUESTS);
		this.durations = meters.timers(AiMeters.REQUEST_DURATION);
		this.firstTokens = meters.timers(AiMeters.FIRST_TOKEN);
		this.errors = meters.counters(AiMeters.ERRORS);
		this.tokens = meters.counters(AiMeters.TOKENS);
		this.costs = meters.counters(AiMeters.COST);
		this.unknownCosts = meters.counters(AiMeters.COST_UNKNOWN);
		this.budget = budget;
		if (budget != null) {
			meters.gauge(AiMeters.BUDGET_USED, Tags.empty(), budget, MonthlyBudget::usedRatio);
		}
	}

	void record(CallRecord call, long end) {
		String model = call.model();
		this.requests.get(model, call.provider()).increment();
		this.durations.get(model, call.provider()).record(end - call.start(), TimeUnit.NANOSECONDS);
		Long firstToken = call.firstToken();
		if (firstToken != null) {
			this.firstTokens.get(model, call.provider()).record(firstToken, TimeUnit.NANOSECONDS);
		}
		Throwable error = call.error();
		if (error != null) {
			recordError(call, model, FutureFailure.cause(error));
		}
		recordTokens(call, model);
		recordCost(call, model);
	}

	private void recordError(CallRecord call, @Nullable String model, Throwable error) {
		this.errors.get(model, call.provider(), ErrorCategory.of(error).toString(), ErrorType.of(error)).increment();
	}

	private void recordTokens(CallRecord call, @Nullable String model) {
		TokenUsage usage = call.usage();
		if (usage == null) {
			return;
		}
		for (TokenType type : TOKEN_TYPES) {
			long count = usage.tokens(type);
			if (count > 0) {
				this.tokens.get(model, type.label()).increment(count);
			}
		}
	}

	/** A call that failed before anything was used costs nothing. */
	private void recordCost(CallRecord call, @Nullable String model) {
		CallCost cost = call.cost();
		if (cost != null) {
			this.costs.get(model).increment(cost.dollars());
			if (this.budget != null) {
				this.budget.spend(cost.dollars());
			}
		}
		else if (call.usage() != null || call.error() == null) {
			this.unknownCosts.get(model).increment();
		}
	}

}
