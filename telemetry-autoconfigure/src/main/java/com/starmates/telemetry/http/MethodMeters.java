// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Meters of one endpoint and method: the duration, and a count for each outcome.
 */
final class MethodMeters {

	private final HttpSeries series;

	private final String endpoint;

	private final HttpMethod method;

	private final Timer duration;

	private final ExemplarPace exemplars = new ExemplarPace(HttpMeters.REQUEST_DURATION.form().bounds());

	/** Few, and the usual ones first: quicker to walk than to hash. */
	private volatile OutcomeMeters[] outcomes = {};

	MethodMeters(HttpSeries series, String endpoint, HttpMethod method) {
		this.series = series;
		this.endpoint = endpoint;
		this.method = method;
		this.duration = series.duration(endpoint, method);
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
		String apiVersion = exchange.apiVersion();
		String errorType = exchange.errorType();
		OutcomeMeters known = find(exchange.status(), apiVersion, errorType);
		return (known != null) ? known
				: admit(exchange.status(), this.series.apiVersion(apiVersion), this.series.errorType(errorType));
	}

	private @Nullable OutcomeMeters find(int status, @Nullable String apiVersion, @Nullable String errorType) {
		for (OutcomeMeters outcome : this.outcomes) {
			if (outcome.matches(status, apiVersion, errorType)) {
				return outcome;
			}
		}
		return null;
	}

	private OutcomeMeters admit(int status, @Nullable String apiVersion, @Nullable String errorType) {
		OutcomeMeters known = find(status, apiVersion, errorType);
		return (known != null) ? known
				: add(new OutcomeMeters(this.series, this.endpoint, this.method, status, apiVersion, errorType));
	}

	private synchronized OutcomeMeters add(OutcomeMeters outcome) {
		OutcomeMeters[] enlarged = Arrays.copyOf(this.outcomes, this.outcomes.length + 1);
		enlarged[enlarged.length - 1] = outcome;
		this.outcomes = enlarged;
		return outcome;
	}

}
