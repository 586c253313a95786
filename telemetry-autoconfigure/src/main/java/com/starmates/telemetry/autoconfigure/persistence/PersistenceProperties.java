// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for tracking ids in database rows.
 *
 * @param enabled Whether to fill the columns marked for the tracking id. When false, they
 * stay null.
 */
@ConfigurationProperties("telemetry.persistence")
record PersistenceProperties(@DefaultValue("true") boolean enabled) {

}
