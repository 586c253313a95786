// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for exports.
 *
 * @param enabled Whether to export at less cost, and to say once that exports fail,
 * instead of at every attempt.
 * @param spanExporter Exporter of spans over OTLP and HTTP; the light one gives way to
 * the SDK's wherever it cannot do the same.
 */
@ConfigurationProperties("telemetry.export")
record ExportProperties(@DefaultValue("true") boolean enabled, @DefaultValue("light") SpanExporterKind spanExporter) {

}
