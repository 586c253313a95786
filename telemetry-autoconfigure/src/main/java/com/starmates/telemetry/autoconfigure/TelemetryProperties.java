// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the library as a whole.
 *
 * @param enabled Whether to use the library. When false, Boot behaves as it does without.
 * @param project Name of the project that the service belongs to, a label on every meter.
 * Defaults to the name of the service.
 * @param business settings for operations and the meters that matter to applications
 * @param doctor settings for the doctor
 * @param messaging settings for messages
 * @since 1.0.0
 */
@ConfigurationProperties("telemetry")
public record TelemetryProperties(@DefaultValue("true") boolean enabled, @Nullable String project,
		@DefaultValue Business business, @DefaultValue Doctor doctor, @DefaultValue Messaging messaging) {

	/**
	 * Settings for operations and the meters that matter to applications.
	 *
	 * @param enabled Whether to record operations and usage; the application's calls work
	 * either way.
	 */
	public record Business(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Settings for the doctor.
	 *
	 * @param enabled Whether to say at start-up, and at the endpoint telemetry where that
	 * is exposed, what is wrong with the telemetry.
	 */
	public record Doctor(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Settings for messages.
	 *
	 * @param enabled Whether to let Boot observe Kafka and RabbitMQ, so that messages
	 * carry their trace, and to count messages on buses of the application's own.
	 */
	public record Messaging(@DefaultValue("true") boolean enabled) {

	}

}
