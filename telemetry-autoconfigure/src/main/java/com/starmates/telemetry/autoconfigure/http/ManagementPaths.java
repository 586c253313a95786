// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.core.env.Environment;

/**
 * Where the management endpoints are mapped on the server's port.
 */
final class ManagementPaths {

	/**
	 * Boot's endpoints, for when they are mapped at the root, among the application's.
	 */
	private static final List<String> ENDPOINTS = List.of("auditevents", "beans", "caches", "conditions", "configprops",
			"env", "flyway", "health", "heapdump", "httpexchanges", "info", "integrationgraph", "liquibase", "loggers",
			"mappings", "metrics", "prometheus", "quartz", "sbom", "scheduledtasks", "sessions", "shutdown", "startup",
			"threaddump");

	private final Environment environment;

	ManagementPaths(Environment environment) {
		this.environment = environment;
	}

	/** Return the management paths and others, all from the root of the server. */
	List<String> with(Collection<String> others) {
		String root = property("server.servlet.context-path");
		List<String> paths = new ArrayList<>();
		String basePath = withoutTrailingSlash(
				this.environment.getProperty("management.endpoints.web.base-path", "/actuator"));
		String servletPath = withoutTrailingSlash(property("spring.mvc.servlet.path"));
		if (!basePath.isEmpty()) {
			paths.add(root + servletPath + basePath);
		}
		else {
			ENDPOINTS.forEach((endpoint) -> paths.add(root + servletPath + "/" + endpoint));
		}
		others.forEach((path) -> paths.add(root + path));
		return paths;
	}

	private String property(String name) {
		return this.environment.getProperty(name, "");
	}

	private static String withoutTrailingSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
