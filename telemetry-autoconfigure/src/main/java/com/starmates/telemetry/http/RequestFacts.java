// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.jspecify.annotations.Nullable;

/**
 * What recorders may know of a request. Read at arrival: servers recycle their requests.
 *
 * @param method the method as the caller sent it
 * @param methodLabel the method if it is one of the nine standard ones, else
 * {@code _OTHER}
 * @param path the path as the caller sent it: undecoded, without the query
 * @param size size of the body in bytes, or a negative number if unknown
 * @param userAgent the {@code User-Agent} header, or {@code null}
 * @param clientAddress address of the caller, or {@code null} if unknown
 * @since 1.0.0
 */
public record RequestFacts(String method, String methodLabel, String path, long size, @Nullable String userAgent,
		@Nullable String clientAddress) {

	static RequestFacts of(ServerRequest request) {
		String method = request.method();
		return new RequestFacts(method, HttpMethod.of(method).label(), request.path(), request.contentLength(),
				request.header("User-Agent"), request.clientAddress());
	}

}
