// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import io.micrometer.core.instrument.Meter;

/** Meters recorded for HTTP exchanges. */
enum HttpMeters implements MeterDefinition {

	/** Requests served. */
	REQUEST_COUNT("request.count", Meter.Type.COUNTER, "Requests served", KeyNames.SERVICE_NAME, KeyNames.ENDPOINT,
			KeyNames.METHOD, KeyNames.STATUS_CODE, KeyNames.API_VERSION),

	/** How long requests took, in seconds. */
	REQUEST_DURATION("request.duration", Meter.Type.TIMER, "How long requests took", KeyNames.SERVICE_NAME,
			KeyNames.ENDPOINT, KeyNames.METHOD),

	/** Requests that ended with 4xx, 5xx or an exception. */
	REQUEST_ERRORS("request.errors", Meter.Type.COUNTER, "Requests that ended with 4xx, 5xx or an exception",
			KeyNames.SERVICE_NAME, KeyNames.ENDPOINT, KeyNames.METHOD, KeyNames.ERROR_TYPE, KeyNames.STATUS_CODE),

	/** Requests being served now. */
	ACTIVE_REQUESTS("active.requests", Meter.Type.GAUGE, "Requests being served now", KeyNames.SERVICE_NAME,
			KeyNames.ENDPOINT);

	/** Value of {@code endpoint} where no handler took the request. */
	static final String UNMATCHED = "unmatched";

	/** Value of {@code endpoint} while the route is not yet known. */
	static final String UNRESOLVED = "unresolved";

	/** Value of {@code api_version} where there is none. */
	static final String NO_VERSION = "none";

	/** Bounds of the buckets; a threshold of an alert is always one of them. */
	private static final double[] BUCKETS = { 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 5, 10 };

	private final String name;

	private final Meter.Type type;

	private final String description;

	private final KeyNames[] keyNames;

	HttpMeters(String name, Meter.Type type, String description, KeyNames... keyNames) {
		this.name = name;
		this.type = type;
		this.description = description;
		this.keyNames = keyNames;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public String getDescription() {
		return this.description;
	}

	@Override
	public double[] getBuckets() {
		return (this == REQUEST_DURATION) ? BUCKETS.clone() : new double[0];
	}

	@Override
	public LabelDefinition[] getKeyNames() {
		return this.keyNames;
	}

	/** Labels of the meters. */
	enum KeyNames implements LabelDefinition {

		/** Name of the service. */
		SERVICE_NAME("service_name", "Name of the service"),

		/** Template of the route, {@code unmatched} or {@code unresolved}. */
		ENDPOINT("endpoint", "Template of the route, `unmatched` or `unresolved`"),

		/** One of the nine standard methods, or {@code _OTHER}. */
		METHOD("method", "One of the nine standard methods, or `_OTHER`"),

		/** Status of the response. */
		STATUS_CODE("status_code", "Status of the response"),

		/** Version of the API, such as {@code v1}, or {@code none}. */
		API_VERSION("api_version", "Version of the API, such as `v1`, or `none`"),

		/** Simple name of the exception, else the status. */
		ERROR_TYPE("error_type", "Simple name of the exception, else the status");

		private final String label;

		private final String description;

		KeyNames(String label, String description) {
			this.label = label;
			this.description = description;
		}

		@Override
		public String asString() {
			return this.label;
		}

		@Override
		public String getDescription() {
			return this.description;
		}

	}

}
