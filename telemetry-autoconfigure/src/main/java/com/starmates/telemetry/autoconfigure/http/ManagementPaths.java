// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.util.StringUtils;

/**
 * Where the management endpoints are mapped on the application's own port: below their
 * base path, each for itself if that is the root, and where health groups are mapped in
 * addition, such as {@code /livez}.
 */
class ManagementPaths {

	private final PathMappedEndpoints endpoints;

	ManagementPaths(PathMappedEndpoints endpoints) {
		this.endpoints = endpoints;
	}

	/** Return the paths as Spring MVC sees them. */
	List<String> list() {
		String basePath = this.endpoints.getBasePath();
		List<String> paths = new ArrayList<>(
				StringUtils.hasLength(basePath) ? List.of(basePath) : this.endpoints.getAllPaths());
		this.endpoints.stream()
			.flatMap((endpoint) -> endpoint.getAdditionalPaths(WebServerNamespace.SERVER).stream())
			.map((path) -> path.startsWith("/") ? path : "/" + path)
			.forEach(paths::add);
		return paths;
	}

}
