// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for operations and the meters that matter to applications.
 *
 * @param enabled Whether to record operations and usage; the application's calls work
 * either way.
 */
@ConfigurationProperties("telemetry.business")
record BusinessProperties(@DefaultValue("true") boolean enabled) {

}
