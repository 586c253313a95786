// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Tells an exchange its route, as labels and attributes show it: the template below the
 * context path, each put together once.
 */
final class RouteTemplates {

	private final ApiVersions apiVersions = new ApiVersions();

	private final Map<String, String> belowContextPath = new ConcurrentHashMap<>();

	/**
	 * Tell an exchange its route.
	 * @param exchange the exchange
	 * @param contextPath the path that the application is mapped at, or an empty text
	 * @param pattern the pattern that took the request
	 * @param version what Spring's API versioning has found, {@code null} if nothing
	 */
	void route(ServerExchange exchange, String contextPath, String pattern, @Nullable Object version) {
		String route = contextPath.isEmpty() ? pattern : below(contextPath, pattern);
		exchange.routed(route, version(version, route));
	}

	/** A version may be of a type of the application's own. */
	private @Nullable String version(@Nullable Object declared, String route) {
		try {
			return this.apiVersions.of(declared, route);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private String below(String contextPath, String pattern) {
		String route = this.belowContextPath.get(pattern);
		return (route != null) ? route
				: this.belowContextPath.computeIfAbsent(pattern, (template) -> contextPath + template);
	}

}
