// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.jspecify.annotations.Nullable;

/**
 * The response header that tells the caller the tracking id, and the one that lets a
 * script of another origin read it.
 *
 * @param name name of the header
 * @param value the tracking id
 * @param crossOrigin whether the request came with an {@code Origin}
 */
record TrackingHeader(String name, String value, boolean crossOrigin) {

	static final String ORIGIN = "Origin";

	static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	/** Return the header of an exchange, {@code null} if nobody is told an id. */
	static @Nullable TrackingHeader of(@Nullable String name, ServerExchange exchange, @Nullable String origin) {
		String trackingId = exchange.trackingId();
		return (name != null && trackingId != null) ? new TrackingHeader(name, trackingId, origin != null) : null;
	}

	/** Whether a header is ours alone: the application cannot change it. */
	boolean isTrackingHeader(@Nullable String header) {
		return this.name.equalsIgnoreCase(header);
	}

	/** Whether the application may set a header, but must not lose our part of it. */
	boolean isShared(@Nullable String header) {
		return this.crossOrigin && EXPOSE_HEADERS.equalsIgnoreCase(header);
	}

}
