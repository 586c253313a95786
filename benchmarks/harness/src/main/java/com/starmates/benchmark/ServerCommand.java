// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a variant is started.
 */
final class ServerCommand {

	private ServerCommand() {
	}

	static ProcessBuilder of(Variant variant, Path home) {
		List<String> command = new ArrayList<>();
		command.add(Installation.java());
		if (variant == Variant.AGENT) {
			command.add("-javaagent:" + home.resolve("harness/target/opentelemetry-javaagent.jar"));
		}
		command.addAll(List.of("-Xms384m", "-Xmx384m", "-jar", Installation.jar(variant, home).toString()));
		return new ProcessBuilder(command);
	}

	/** The same for all, each in the words that it understands. */
	static Map<String, String> environment(Variant variant, Shape shape, int port, Receiver receiver) {
		return Map.ofEntries(Map.entry("SERVER_PORT", Integer.toString(port)),
				Map.entry("SERVER_TOMCAT_MAXKEEPALIVEREQUESTS", "-1"),
				Map.entry("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus"),
				Map.entry("BENCHMARK_ROUTES", Integer.toString(shape.routes())),
				Map.entry("BENCHMARK_ACCESSLOG", Boolean.toString(variant != Variant.OURS)),
				Map.entry((variant != Variant.OURS) ? "LOGGING_CONFIG" : "UNUSED", "classpath:logback-peers.xml"),
				Map.entry("OTEL_SERVICE_NAME", variant.label()), Map.entry("OTEL_TRACES_SAMPLER", "always_on"),
				Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint()),
				Map.entry("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
				Map.entry("OTEL_METRIC_EXPORT_INTERVAL", "10000"), Map.entry("OTEL_LOGS_EXPORTER", "none"),
				Map.entry("OTEL_BSP_MAX_QUEUE_SIZE", "16384"));
	}

}
