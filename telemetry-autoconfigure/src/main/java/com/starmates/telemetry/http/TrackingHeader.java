// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The response header that tells the caller the tracking id, and the one that lets a
 * script of another origin read it.
 *
 * @param name name of the header, or {@code null} if nobody is told
 * @param value the tracking id, or {@code null} if there is none
 * @param crossOrigin whether the request came with an {@code Origin}
 */
record TrackingHeader(@Nullable String name, @Nullable String value, boolean crossOrigin) {

	static final String ORIGIN = "Origin";

	static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	/** Write the headers, unless they are there or it is too late. */
	void writeTo(HttpServletResponse response) {
		if (this.name == null || this.value == null || response.containsHeader(this.name)) {
			return;
		}
		response.setHeader(this.name, this.value);
		if (this.crossOrigin) {
			response.addHeader(EXPOSE_HEADERS, this.name);
		}
	}

	/** Whether a header is ours alone: the application cannot change it. */
	boolean isTrackingHeader(String header) {
		return this.value != null && header.equalsIgnoreCase(this.name);
	}

	/** Whether the application may set a header, but must not lose our part of it. */
	boolean isShared(String header) {
		return this.crossOrigin && this.name != null && header.equalsIgnoreCase(EXPOSE_HEADERS);
	}

}
