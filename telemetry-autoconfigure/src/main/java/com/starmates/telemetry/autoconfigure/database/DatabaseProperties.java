// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for database queries.
 *
 * @param enabled Whether to record the queries of data sources: their meters, and their
 * spans.
 * @param spans Whether queries have spans. When false, they are only counted and timed.
 */
@ConfigurationProperties("telemetry.database")
record DatabaseProperties(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean spans) {

}
