// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One way to run the service. All write one application line and one access line a
 * request; those that trace deliver one server span.
 */
enum Variant {

	BARE("bare", "the service alone, logstash-logback-encoder", false),

	ACTUATOR("actuator", "Boot's actuator and Prometheus endpoint, no traces", false),

	BOOT("boot", "spring-boot-starter-opentelemetry", true),

	BOOT_ACTUATOR("boot-actuator", "spring-boot-starter-opentelemetry with actuator and Prometheus endpoint", true),

	OTEL_STARTER("otel-starter", "opentelemetry-spring-boot-starter", true),

	AGENT("bare", "OpenTelemetry Java agent on the bare service", true),

	OURS("ours", "telemetry-starter", true);

	private final String module;

	private final String description;

	private final boolean traced;

	Variant(String module, String description, boolean traced) {
		this.module = module;
		this.description = description;
		this.traced = traced;
	}

	/** Return the executable jar. */
	Path jar(Path home) {
		return home.resolve(this.module).resolve("target/benchmark-" + this.module + "-1.0.0-SNAPSHOT.jar");
	}

	String description() {
		return this.description;
	}

	/** Return whether it delivers spans. */
	boolean isTraced() {
		return this.traced;
	}

	/** Return the name in reports, settings, and as {@code service.name}. */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Variant of(String label) {
		for (Variant variant : values()) {
			if (variant.label().equals(label)) {
				return variant;
			}
		}
		throw new IllegalArgumentException("'" + label + "' is no variant");
	}

}
