// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.jspecify.annotations.Nullable;

/**
 * What an exchange reads from its request, whatever the server. Read once, at the start.
 */
interface ServerRequest {

	/**
	 * Return the method as the caller sent it.
	 */
	String method();

	/**
	 * Return {@code http} or {@code https}.
	 */
	String scheme();

	/**
	 * Return the path as the caller sent it: undecoded, without the query.
	 */
	String path();

	/**
	 * Return the query as the caller sent it, or {@code null} if there is none.
	 */
	@Nullable String query();

	/**
	 * Return what the path begins with before paths of the application, or an empty text.
	 */
	String contextPath();

	/**
	 * Return the version of HTTP, such as {@code 1.1}, or {@code null} if unknown.
	 */
	@Nullable String protocolVersion();

	/**
	 * Return the host and port that the caller named, or {@code null} if unknown.
	 */
	@Nullable HostAndPort server();

	/**
	 * Return the address of the caller, or {@code null} if unknown.
	 */
	@Nullable String clientAddress();

	/**
	 * Return the address and port at the other end of the connection, perhaps those of a
	 * proxy, or {@code null} if unknown.
	 */
	@Nullable HostAndPort peer();

	/**
	 * Return the size of the body in bytes, or a negative number if unknown.
	 */
	long contentLength();

	/**
	 * Return the first value of a header, or {@code null} if it is absent.
	 */
	@Nullable String header(String name);

	/**
	 * Return all values of a header.
	 */
	Iterable<String> headers(String name);

	/**
	 * Return the names of all headers.
	 */
	Iterable<String> headerNames();

}
