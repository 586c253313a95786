// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.util.Map;

import org.springframework.core.env.Environment;

/**
 * Our defaults for Boot's properties, by the feature that needs them.
 */
enum TelemetryDefaults {

	/** A tracking id whose trace is missing nine times of ten helps nobody. */
	SAMPLING("tracking", Map.of("management.tracing.sampling.probability", "1.0")),

	/** What we send and trust is W3C Trace Context, nothing else. */
	PROPAGATION("tracking",
			Map.of("management.tracing.propagation.produce", "W3C", "management.tracing.propagation.consume", "W3C")),

	/** Work that changes threads keeps its trace. */
	THREADS("tracking",
			Map.of("spring.reactor.context-propagation", "auto", "spring.task.execution.propagate-context", "true")),

	/** The filter starts the server span; a second one would double it. */
	SERVER_OBSERVATIONS("http",
			Map.of("management.observations.enable.http.server.requests", "false",
					"management.observations.enable.spring.security", "false")),

	/** Messages carry their trace. */
	MESSAGES("messaging",
			Map.of("spring.kafka.template.observation-enabled", "true", "spring.kafka.listener.observation-enabled",
					"true", "spring.rabbitmq.template.observation-enabled", "true",
					"spring.rabbitmq.listener.simple.observation-enabled", "true",
					"spring.rabbitmq.listener.direct.observation-enabled", "true",
					"spring.rabbitmq.listener.stream.observation-enabled", "true")),

	/** JSON on the console, from the first line, and in the file if there is one. */
	JSON("logging",
			Map.of("logging.structured.format.console",
					"com.starmates.telemetry.autoconfigure.logging.CloudWatchStructuredLogFormatter",
					"logging.structured.format.file",
					"com.starmates.telemetry.autoconfigure.logging.CloudWatchStructuredLogFormatter")) {

		@Override
		boolean applies(Environment environment) {
			return !"text".equalsIgnoreCase(environment.getProperty("telemetry.logging.format"));
		}

	},

	/** Meters are pushed only to an endpoint that was named. */
	NO_PUSH("metrics", Map.of("management.otlp.metrics.export.enabled", "false")) {

		@Override
		boolean applies(Environment environment) {
			return !OtlpEndpoint.isSetForMetrics(environment) && !isProcessedAheadOfTime(environment);
		}

	},

	/** Whether there is an endpoint is decided when the service runs, not before. */
	ENDPOINTS("export", Map.of("management.opentelemetry.tracing.export.otlp.endpoint", OtlpEndpoint.DEFAULT + "traces",
			"management.opentelemetry.logging.export.otlp.endpoint", OtlpEndpoint.DEFAULT + "logs")) {

		@Override
		boolean applies(Environment environment) {
			return isProcessedAheadOfTime(environment);
		}

	},

	/** Pushed meters arrive in the unit and at the pace of scraped ones. */
	PUSH("metrics",
			Map.of("management.otlp.metrics.export.step", "10s", "management.otlp.metrics.export.base-time-unit",
					"seconds")),

	/** What the exporters would say at every attempt, the watch says once. */
	QUIET_EXPORTERS("export",
			Map.of("logging.level.io.opentelemetry.exporter.internal", "off",
					"logging.level.io.opentelemetry.sdk.trace.export.BatchSpanProcessor", "error",
					"logging.level.io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor", "error"));

	private final String feature;

	private final Map<String, Object> properties;

	TelemetryDefaults(String feature, Map<String, Object> properties) {
		this.feature = feature;
		this.properties = properties;
	}

	/** Spring looks at what is to be processed for which beans it has, and makes none. */
	private static boolean isProcessedAheadOfTime(Environment environment) {
		return environment.getProperty("spring.aot.processing", Boolean.class, false);
	}

	/** Return the feature whose switch also switches these defaults. */
	String feature() {
		return this.feature;
	}

	/** Return values by property name. */
	Map<String, Object> properties() {
		return this.properties;
	}

	/** Return whether the defaults make sense in an environment. */
	boolean applies(Environment environment) {
		return true;
	}

}
