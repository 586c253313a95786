// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import org.springframework.core.env.Environment;

/**
 * Tells whether somebody has named an OTLP endpoint.
 */
final class OtlpEndpoint {

	private OtlpEndpoint() {
	}

	/** Variables count too: Boot may map them to properties after us. */
	static boolean isSetForMetrics(Environment environment) {
		return environment.containsProperty("management.otlp.metrics.export.url")
				|| environment.containsProperty("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")
				|| environment.containsProperty("OTEL_EXPORTER_OTLP_ENDPOINT");
	}

}
