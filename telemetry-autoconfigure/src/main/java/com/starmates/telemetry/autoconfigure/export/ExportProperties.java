// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for watching exports.
 *
 * @param enabled Whether to say once that exports fail, instead of at every attempt.
 */
@ConfigurationProperties("telemetry.export")
record ExportProperties(@DefaultValue("true") boolean enabled) {

}
