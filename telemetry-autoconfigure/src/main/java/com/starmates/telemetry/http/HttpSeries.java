// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.concurrent.atomic.LongAdder;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelValues;
import com.starmates.telemetry.cardinality.LabelledMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * All meters of the exchanges of one service, and the values that their labels may have.
 */
final class HttpSeries {

	private final GuardedMeters meters;

	private final String serviceName;

	private final LabelledMeters<Counter> counts;

	private final LabelledMeters<Timer> durations;

	private final LabelledMeters<Counter> errors;

	private final LabelValues endpoints;

	private final LabelValues apiVersions;

	private final LabelValues errorTypes;

	HttpSeries(GuardedMeters meters, String serviceName) {
		this.meters = meters;
		this.serviceName = serviceName;
		this.counts = meters.heldCounters(HttpMeters.REQUEST_COUNT);
		this.durations = meters.timers(HttpMeters.REQUEST_DURATION);
		this.errors = meters.heldCounters(HttpMeters.REQUEST_ERRORS);
		this.endpoints = meters.values(HttpMeters.REQUEST_COUNT, HttpMeters.KeyNames.ENDPOINT);
		this.apiVersions = meters.values(HttpMeters.REQUEST_COUNT, HttpMeters.KeyNames.API_VERSION);
		this.errorTypes = meters.values(HttpMeters.REQUEST_ERRORS, HttpMeters.KeyNames.ERROR_TYPE);
		this.endpoints.admit(HttpMeters.UNMATCHED);
		this.apiVersions.admit(HttpMeters.NO_VERSION);
	}

	/** Return the endpoint that a route is counted under. */
	String endpoint(@Nullable String route) {
		return (route != null) ? this.endpoints.admit(route) : HttpMeters.UNMATCHED;
	}

	/** Return the version that a version is counted under. */
	@Nullable String apiVersion(@Nullable String version) {
		return (version != null) ? this.apiVersions.admit(version) : null;
	}

	/** Return the type that an error's type is counted under. */
	@Nullable String errorType(@Nullable String type) {
		return (type != null) ? this.errorTypes.admit(type) : null;
	}

	void active(String endpoint, LongAdder active) {
		this.meters.gauge(HttpMeters.ACTIVE_REQUESTS, Tags.of(HttpMeters.KeyNames.SERVICE_NAME.asString(),
				this.serviceName, HttpMeters.KeyNames.ENDPOINT.asString(), endpoint), active, LongAdder::doubleValue);
	}

	Timer duration(String endpoint, HttpMethod method) {
		return this.durations.get(this.serviceName, endpoint, method.label());
	}

	Counter count(String endpoint, HttpMethod method, int status, @Nullable String apiVersion) {
		return this.counts.get(this.serviceName, endpoint, method.label(), Integer.toString(status),
				(apiVersion != null) ? apiVersion : HttpMeters.NO_VERSION);
	}

	Counter errors(String endpoint, HttpMethod method, String errorType, int status) {
		return this.errors.get(this.serviceName, endpoint, method.label(), errorType, Integer.toString(status));
	}

}
