// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one call. Its owner sees to it that one thread at a time is here.
 */
final class CallRecord {

	private final String provider;

	private final @Nullable String model;

	private final long start;

	private @Nullable String answeringModel;

	private @Nullable String answerId;

	private @Nullable TokenUsage usage;

	private boolean estimated;

	private @Nullable CallCost cost;

	private @Nullable Throwable error;

	private @Nullable Long firstToken;

	/**
	 * Create a record.
	 * @param provider who runs the model
	 * @param model the model that is asked for
	 * @param start when the call began, in nanoseconds
	 */
	CallRecord(String provider, @Nullable String model, long start) {
		this.provider = provider;
		this.model = model;
		this.start = start;
	}

	void answered(@Nullable String model, @Nullable String id) {
		this.answeringModel = model;
		this.answerId = id;
	}

	void used(@Nullable TokenUsage tokens, boolean estimate) {
		this.usage = tokens;
		this.estimated = estimate;
	}

	void costs(@Nullable Double dollars) {
		this.cost = (dollars != null && dollars >= 0 && dollars < Double.POSITIVE_INFINITY)
				? CallCost.byProvider(dollars) : null;
	}

	void failed(@Nullable Throwable exception) {
		this.error = exception;
	}

	void began(@Nullable Long now) {
		if (now != null && this.firstToken == null) {
			this.firstToken = now - this.start;
		}
	}

	/** The model that answered is nearer to the price than its name in the question. */
	void price(PriceTable prices) {
		TokenUsage tokens = this.usage;
		if ((this.cost == null || !this.cost.isByProvider()) && tokens != null) {
			Double dollars = cost(prices, this.answeringModel, tokens);
			dollars = (dollars != null) ? dollars : cost(prices, this.model, tokens);
			this.cost = (dollars != null) ? CallCost.byTable(dollars) : null;
		}
	}

	String provider() {
		return this.provider;
	}

	/** Return the model that was asked for, else the one that answered. */
	@Nullable String model() {
		return (this.model != null) ? this.model : this.answeringModel;
	}

	@Nullable String answeringModel() {
		return this.answeringModel;
	}

	@Nullable String answerId() {
		return this.answerId;
	}

	@Nullable TokenUsage usage() {
		return this.usage;
	}

	boolean isEstimated() {
		return this.estimated;
	}

	@Nullable CallCost cost() {
		return this.cost;
	}

	@Nullable Throwable error() {
		return this.error;
	}

	@Nullable Long firstToken() {
		return this.firstToken;
	}

	long start() {
		return this.start;
	}

	private static @Nullable Double cost(PriceTable prices, @Nullable String name, TokenUsage tokens) {
		return (name != null) ? prices.cost(name, tokens) : null;
	}

}
