// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** Meters recorded for HTTP exchanges. */
enum HttpMeters implements MeterDocumentation {

	/** Requests served. */
	REQUEST_COUNT("request.count", Meter.Type.COUNTER, KeyNames.SERVICE_NAME, KeyNames.ENDPOINT, KeyNames.METHOD,
			KeyNames.STATUS_CODE, KeyNames.API_VERSION),

	/** How long requests took, in seconds. */
	REQUEST_DURATION("request.duration", Meter.Type.TIMER, KeyNames.SERVICE_NAME, KeyNames.ENDPOINT, KeyNames.METHOD),

	/** Requests that ended with 4xx, 5xx or an exception. */
	REQUEST_ERRORS("request.errors", Meter.Type.COUNTER, KeyNames.SERVICE_NAME, KeyNames.ENDPOINT, KeyNames.METHOD,
			KeyNames.ERROR_TYPE, KeyNames.STATUS_CODE),

	/** Requests being served now. */
	ACTIVE_REQUESTS("active.requests", Meter.Type.GAUGE, KeyNames.SERVICE_NAME, KeyNames.ENDPOINT);

	/** Value of {@code endpoint} where no handler took the request. */
	static final String UNMATCHED = "unmatched";

	/** Value of {@code endpoint} while the route is not yet known. */
	static final String UNRESOLVED = "unresolved";

	/** Value of {@code api_version} where there is none. */
	static final String NO_VERSION = "none";

	private final String name;

	private final Meter.Type type;

	private final KeyName[] keyNames;

	HttpMeters(String name, Meter.Type type, KeyName... keyNames) {
		this.name = name;
		this.type = type;
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
	public KeyName[] getKeyNames() {
		return this.keyNames;
	}

	/** Labels of the meters. */
	enum KeyNames implements KeyName {

		/** Name of the service. */
		SERVICE_NAME("service_name"),

		/** Template of the route, {@code unmatched} or {@code unresolved}. */
		ENDPOINT("endpoint"),

		/** One of the nine standard methods, or {@code _OTHER}. */
		METHOD("method"),

		/** Status of the response. */
		STATUS_CODE("status_code"),

		/** Version of the API, such as {@code v1}, or {@code none}. */
		API_VERSION("api_version"),

		/** Simple name of the exception, else the status. */
		ERROR_TYPE("error_type");

		private final String label;

		KeyNames(String label) {
			this.label = label;
		}

		@Override
		public String asString() {
			return this.label;
		}

	}

}
