// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

/**
 * The nine methods that span names and labels may show. Any other is {@link #OTHER}, as
 * the HTTP semantic conventions have it, so that a caller cannot make up labels.
 */
enum HttpMethod {

	GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH, OTHER;

	private final String label = "OTHER".equals(name()) ? "_OTHER" : name();

	/**
	 * Return the constant for the method of a request line. Methods are case-sensitive
	 * (RFC 9110, section 9.1).
	 * @param method the method as the caller sent it
	 * @return the constant, or {@link #OTHER}
	 */
	static HttpMethod of(String method) {
		return switch (method) {
			case "GET" -> GET;
			case "HEAD" -> HEAD;
			case "POST" -> POST;
			case "PUT" -> PUT;
			case "DELETE" -> DELETE;
			case "CONNECT" -> CONNECT;
			case "OPTIONS" -> OPTIONS;
			case "TRACE" -> TRACE;
			case "PATCH" -> PATCH;
			default -> OTHER;
		};
	}

	/**
	 * Return the value of the label and the span attribute.
	 */
	String label() {
		return this.label;
	}

	/**
	 * Return how the method begins the name of a span.
	 */
	String spanName() {
		return (this != OTHER) ? this.label : "HTTP";
	}

}
