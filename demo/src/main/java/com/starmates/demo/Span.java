// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.time.Duration;
import java.util.Map;

/**
 * A span as it arrived.
 *
 * @param service the service that made it
 * @param name its name
 * @param kind its kind, as {@code SERVER}
 * @param traceId id of its trace, 32 digits
 * @param spanId its id, 16 digits
 * @param parentId id of its parent, empty if it has none
 * @param start when it began, in nanoseconds since 1970
 * @param duration how long it took
 * @param error whether its status is an error
 * @param attributes its attributes as text
 */
record Span(String service, String name, String kind, String traceId, String spanId, String parentId, long start,
		Duration duration, boolean error, Map<String, String> attributes) {

	boolean isRoot() {
		return this.parentId.isEmpty();
	}

	boolean isChildOf(Span other) {
		return this.parentId.equals(other.spanId) && this.traceId.equals(other.traceId);
	}

	String attribute(String key) {
		return this.attributes.getOrDefault(key, "");
	}

	/** Return what became of it, with the HTTP status if it has one. */
	String status() {
		String httpStatus = attribute("http.response.status_code");
		return (this.error ? "ERROR " : "ok ") + httpStatus;
	}

}
