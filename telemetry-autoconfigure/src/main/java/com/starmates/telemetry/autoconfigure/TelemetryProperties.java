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
 * @since 1.0.0
 */
@ConfigurationProperties("telemetry")
public record TelemetryProperties(@DefaultValue("true") boolean enabled, @Nullable String project) {

}
