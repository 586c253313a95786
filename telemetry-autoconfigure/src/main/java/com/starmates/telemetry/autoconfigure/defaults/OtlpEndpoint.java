// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Tells whether somebody has named an OTLP endpoint.
 */
final class OtlpEndpoint {

	/** What the OpenTelemetry specification has, without the signal. */
	static final String DEFAULT = "http://localhost:4318/v1/";

	private OtlpEndpoint() {
	}

	/** Variables count too: Boot may map them to properties after us. */
	static boolean isSetForMetrics(Environment environment) {
		return hasText(environment, "management.otlp.metrics.export.url")
				|| hasText(environment, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")
				|| hasText(environment, "OTEL_EXPORTER_OTLP_ENDPOINT");
	}

	/** An empty variable is an unset one, as the OpenTelemetry specification has it. */
	private static boolean hasText(Environment environment, String name) {
		return StringUtils.hasText(environment.getProperty(name));
	}

}
