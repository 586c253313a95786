// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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

	OutcomeMeters(MeterRegistry registry, Tags tags, int status, @Nullable String apiVersion,
			@Nullable String errorType) {
		this.status = status;
		this.apiVersion = apiVersion;
		this.errorType = errorType;
		Tags statusTags = tags.and(HttpMeters.KeyNames.STATUS_CODE.asString(), Integer.toString(status));
		this.count = Counter.builder(HttpMeters.REQUEST_COUNT.getName())
			.description("Requests served")
			.tags(statusTags.and(HttpMeters.KeyNames.API_VERSION.asString(),
					(apiVersion != null) ? apiVersion : HttpMeters.NO_VERSION))
			.register(registry);
		this.errors = (errorType != null) ? Counter.builder(HttpMeters.REQUEST_ERRORS.getName())
			.description("Requests that ended with 4xx, 5xx or an exception")
			.tags(statusTags.and(HttpMeters.KeyNames.ERROR_TYPE.asString(), errorType))
			.register(registry) : null;
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
