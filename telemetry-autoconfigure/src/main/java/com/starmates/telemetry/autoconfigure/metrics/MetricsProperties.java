// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for meters.
 *
 * @param enabled Whether to record the library's meters and label all others.
 */
@ConfigurationProperties("telemetry.metrics")
record MetricsProperties(@DefaultValue("true") boolean enabled) {

}
