// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/**
 * Makes tracers whose scope tells which part of this library a span is from.
 *
 * @since 1.0.0
 */
public final class ScopedTracer {

	private ScopedTracer() {
	}

	/**
	 * Return the tracer of a part of the library.
	 * @param openTelemetry what makes tracers
	 * @param part a class of the part; its package is the scope's name
	 * @return the tracer
	 */
	public static Tracer of(OpenTelemetry openTelemetry, Class<?> part) {
		String version = part.getPackage().getImplementationVersion();
		return openTelemetry.getTracer(part.getPackageName(), (version != null) ? version : "");
	}

}
