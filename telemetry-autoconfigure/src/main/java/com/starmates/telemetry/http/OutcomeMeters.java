// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests of one outcome, and their errors if it is one. Two instances for the
 * same outcome share their meters: the registry holds one of each.
 */
final class OutcomeMeters {

	private final int status;

	private final @Nullable String apiVersion;

	private final @Nullable String errorType;

	private final Counter count;

	private final @Nullable Counter errors;

	OutcomeMeters(HttpSeries series, String endpoint, HttpMethod method, int status, @Nullable String apiVersion,
			@Nullable String errorType) {
		this.status = status;
		this.apiVersion = apiVersion;
		this.errorType = errorType;
		this.count = series.count(endpoint, method, status, apiVersion);
		this.errors = (errorType != null) ? series.errors(endpoint, method, errorType, status) : null;
	}

	boolean matches(int status, @Nullable String apiVersion, @Nullable String errorType) {
		return this.status == status && Objects.equals(this.apiVersion, apiVersion)
				&& Objects.equals(this.errorType, errorType);
	}

	boolean isError() {
		return this.errors != null;
	}

	void increment() {
		this.count.increment();
		if (this.errors != null) {
			this.errors.increment();
		}
	}

}
