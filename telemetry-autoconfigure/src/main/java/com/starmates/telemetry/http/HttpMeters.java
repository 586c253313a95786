// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;

/** Meters recorded for HTTP exchanges. */
enum HttpMeters implements MeterDefinition {

	/** Requests served. */
	REQUEST_COUNT(MeterForm.counter("request.count", "Requests served", KeyNames.SERVICE_NAME, KeyNames.ENDPOINT,
			KeyNames.METHOD, KeyNames.STATUS_CODE, KeyNames.API_VERSION)),

	/** How long requests took; a threshold of an alert is always one of the buckets. */
	REQUEST_DURATION(MeterForm.timer("request.duration", "How long requests took",
			List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 2.5, 5.0, 10.0), KeyNames.SERVICE_NAME,
			KeyNames.ENDPOINT, KeyNames.METHOD)),

	/** Requests that ended with 4xx, 5xx or an exception. */
	REQUEST_ERRORS(MeterForm.counter("request.errors", "Requests that ended with 4xx, 5xx or an exception",
			KeyNames.SERVICE_NAME, KeyNames.ENDPOINT, KeyNames.METHOD, KeyNames.ERROR_TYPE, KeyNames.STATUS_CODE)),

	/** Requests being served now. */
	ACTIVE_REQUESTS(
			MeterForm.gauge("active.requests", "Requests being served now", KeyNames.SERVICE_NAME, KeyNames.ENDPOINT));

	/** Value of {@code endpoint} where no handler took the request. */
	static final String UNMATCHED = "unmatched";

	/** Value of {@code endpoint} while the route is not yet known. */
	static final String UNRESOLVED = "unresolved";

	/** Value of {@code api_version} where there is none. */
	static final String NO_VERSION = "none";

	private final MeterForm form;

	HttpMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** Name of the service. */
		static final LabelDefinition SERVICE_NAME = new LabelDefinition("service_name", "Name of the service");

		/** Template of the route, {@code unmatched} or {@code unresolved}. */
		static final LabelDefinition ENDPOINT = new LabelDefinition("endpoint",
				"Template of the route, `unmatched` or `unresolved`");

		/** One of the nine standard methods, or {@code _OTHER}. */
		static final LabelDefinition METHOD = new LabelDefinition("method",
				"One of the nine standard methods, or `_OTHER`");

		/** Status of the response. */
		static final LabelDefinition STATUS_CODE = new LabelDefinition("status_code", "Status of the response");

		/** Version of the API, such as {@code v1}, or {@code none}. */
		static final LabelDefinition API_VERSION = new LabelDefinition("api_version",
				"Version of the API, such as `v1`, or `none`");

		/** Simple name of the exception, else the status. */
		static final LabelDefinition ERROR_TYPE = new LabelDefinition("error_type",
				"Simple name of the exception, else the status");

		private KeyNames() {
		}

	}

}
