// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the version of an API: that of Spring's API versioning, else the path segment
 * {@code /v1/} of the route.
 */
final class ApiVersions {

	private static final Pattern SEGMENT = Pattern.compile("(?:^|/)(v\\d{1,4})(?=/|$)");

	private static final Pattern LEADING_NUMBER = Pattern.compile("^v?(\\d{1,4})(?:\\D.*)?$");

	private static final String NONE = "";

	private final Map<String, String> versionsByRoute = new ConcurrentHashMap<>();

	/**
	 * Return the version of a request.
	 * @param declared what Spring's API versioning has found, {@code null} if nothing
	 * @param route template of the route
	 * @return the version, such as {@code v1}, or {@code null} if there is none
	 */
	@Nullable String of(@Nullable Object declared, String route) {
		if (declared != null) {
			Matcher matcher = LEADING_NUMBER.matcher(declared.toString());
			return matcher.matches() ? "v" + matcher.group(1) : null;
		}
		String known = this.versionsByRoute.get(route);
		String version = (known != null) ? known : this.versionsByRoute.computeIfAbsent(route, ApiVersions::ofRoute);
		return !version.isEmpty() ? version : null;
	}

	private static String ofRoute(String route) {
		Matcher matcher = SEGMENT.matcher(route);
		return matcher.find() ? matcher.group(1) : NONE;
	}

}
