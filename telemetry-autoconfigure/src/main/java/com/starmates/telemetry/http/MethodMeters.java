// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Meters of one endpoint and method: the duration, and a count for each outcome.
 */
final class MethodMeters {

	/** Bounds of the buckets; a threshold of an alert is always one of them. */
	private static final Duration[] BUCKETS = millis(5, 10, 25, 50, 100, 250, 500, 1000, 2000, 2500, 5000, 10000);

	private final MeterRegistry registry;

	private final Tags tags;

	private final Timer duration;

	private final ExemplarPace exemplars = new ExemplarPace(BUCKETS);

	/** Few, and the usual ones first: quicker to walk than to hash. */
	private volatile OutcomeMeters[] outcomes = {};

	MethodMeters(MeterRegistry registry, Tags tags) {
		this.registry = registry;
		this.tags = tags;
		this.duration = Timer.builder(HttpMeters.REQUEST_DURATION.getName())
			.description("How long requests took")
			.tags(tags)
			.serviceLevelObjectives(BUCKETS)
			.register(registry);
	}

	/** Errors are rare enough for an exemplar each. */
	void record(ServerExchange exchange) {
		OutcomeMeters outcome = outcome(exchange);
		boolean paused = !outcome.isError() && this.exemplars.pauseUnlessDue(exchange.duration(), System.nanoTime());
		try {
			this.duration.record(exchange.duration(), TimeUnit.NANOSECONDS);
			outcome.increment();
		}
		finally {
			if (paused) {
				ExemplarPace.resume();
			}
		}
	}

	private OutcomeMeters outcome(ServerExchange exchange) {
		String errorType = exchange.errorType();
		for (OutcomeMeters outcome : this.outcomes) {
			if (outcome.matches(exchange.status(), exchange.apiVersion(), errorType)) {
				return outcome;
			}
		}
		return add(new OutcomeMeters(this.registry, this.tags, exchange.status(), exchange.apiVersion(), errorType));
	}

	private synchronized OutcomeMeters add(OutcomeMeters outcome) {
		OutcomeMeters[] enlarged = Arrays.copyOf(this.outcomes, this.outcomes.length + 1);
		enlarged[enlarged.length - 1] = outcome;
		this.outcomes = enlarged;
		return outcome;
	}

	private static Duration[] millis(long... millis) {
		return Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
	}

}
