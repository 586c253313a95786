// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

/**
 * Exporters of spans over OTLP and HTTP.
 */
enum SpanExporterKind {

	/** Ours, wherever it can do the same. */
	LIGHT,

	/** The SDK's, which Boot makes. */
	SDK

}
