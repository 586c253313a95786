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
	 * Return the host that the caller named.
	 */
	String serverAddress();

	/**
	 * Return the port that the caller named.
	 */
	int serverPort();

	/**
	 * Return the address of the caller, or {@code null} if unknown.
	 */
	@Nullable String clientAddress();

	/**
	 * Return the address at the other end of the connection, perhaps that of a proxy, or
	 * {@code null} if unknown.
	 */
	@Nullable String peerAddress();

	/**
	 * Return the port at the other end of the connection, or a negative number if
	 * unknown.
	 */
	int peerPort();

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
