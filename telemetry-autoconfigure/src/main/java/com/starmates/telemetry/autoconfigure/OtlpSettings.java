// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import java.util.Locale;

import com.starmates.telemetry.export.Signal;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Reads whether and where Boot is to export, as its conditions read it.
 *
 * @since 1.0.0
 */
public final class OtlpSettings {

	private final Environment environment;

	/**
	 * Create settings.
	 * @param environment where the properties are
	 */
	public OtlpSettings(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Return where a signal is to go.
	 * @param signal the signal
	 * @return the address, or {@code null} if none is set or the signal is switched off
	 */
	public @Nullable String endpoint(Signal signal) {
		String endpoint = this.environment.getProperty(switch (signal) {
			case TRACES -> "management.opentelemetry.tracing.export.otlp.endpoint";
			case LOGS -> "management.opentelemetry.logging.export.otlp.endpoint";
			case METRICS -> "management.otlp.metrics.export.url";
		});
		return (StringUtils.hasText(endpoint) && isOn(signal)) ? endpoint : null;
	}

	/**
	 * Return whether a signal is to be exported: Boot has an address of its own for
	 * meters, but for nothing else.
	 * @param signal the signal
	 * @return {@code true} if Boot would define what exports it
	 */
	public boolean isWanted(Signal signal) {
		return (signal == Signal.METRICS) ? isOn(signal) : endpoint(signal) != null;
	}

	/**
	 * Return how a signal is to go.
	 * @param signal the signal
	 * @return {@code http} or {@code grpc}
	 */
	public String transport(Signal signal) {
		return switch (signal) {
			case TRACES -> transport("management.opentelemetry.tracing.export.otlp.transport");
			case LOGS -> transport("management.opentelemetry.logging.export.otlp.transport");
			case METRICS -> "http";
		};
	}

	private String transport(String property) {
		return this.environment.getProperty(property, "http").toLowerCase(Locale.ROOT);
	}

	/**
	 * Return whether a signal is to be exported over OTLP at all.
	 * @param signal the signal
	 * @return {@code true} unless that is switched off
	 */
	public boolean isOn(Signal signal) {
		return switch (signal) {
			case TRACES ->
				isSdkOn() && isOn("management.tracing.export.otlp.enabled", "management.tracing.export.enabled");
			case LOGS ->
				isSdkOn() && isOn("management.logging.export.otlp.enabled", "management.logging.export.enabled");
			case METRICS ->
				isOn("management.otlp.metrics.export.enabled", "management.defaults.metrics.export.enabled");
		};
	}

	private boolean isSdkOn() {
		return this.environment.getProperty("management.opentelemetry.enabled", Boolean.class, true);
	}

	private boolean isOn(String property, String general) {
		return this.environment.getProperty(property, Boolean.class,
				this.environment.getProperty(general, Boolean.class, true));
	}

}
