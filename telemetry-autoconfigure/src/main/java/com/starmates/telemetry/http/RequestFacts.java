// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What recorders may know of a request. Read at arrival: servers recycle their requests.
 *
 * @param method the method as the caller sent it
 * @param methodLabel the method if it is one of the nine standard ones, else
 * {@code _OTHER}
 * @param path the path as the caller sent it: undecoded, without the query
 * @param contextPath what the path begins with for all requests of the application; empty
 * if there is no such thing
 * @param size size of the body in bytes, or a negative number if unknown
 * @param userAgent the {@code User-Agent} header, or {@code null}
 * @param clientAddress address of the caller, or {@code null} if unknown
 * @param headers first values of the headers that recorders have asked for, as far as the
 * request has them, by their names as the recorders spell them
 * @since 1.0.0
 */
public record RequestFacts(String method, String methodLabel, String path, String contextPath, long size,
		@Nullable String userAgent, @Nullable String clientAddress, Map<String, String> headers) {

	static RequestFacts of(ServerRequest request, Collection<String> headerNames) {
		String method = request.method();
		return new RequestFacts(method, HttpMethod.of(method).label(), request.path(), request.contextPath(),
				request.contentLength(), request.header("User-Agent"), request.clientAddress(),
				headers(request, headerNames));
	}

	private static Map<String, String> headers(ServerRequest request, Collection<String> names) {
		if (names.isEmpty()) {
			return Map.of();
		}
		Map<String, String> headers = new TreeMap<>();
		for (String name : names) {
			String value = request.header(name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		return headers;
	}

}
