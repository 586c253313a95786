// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * The paths to exclude, below the context path of a servlet application: its own and
 * those of the management endpoints.
 */
final class QuietPaths implements Supplier<List<String>> {

	private final HttpProperties properties;

	private final ObjectProvider<ManagementPaths> managementPaths;

	private final Environment environment;

	QuietPaths(HttpProperties properties, ObjectProvider<ManagementPaths> managementPaths, Environment environment) {
		this.properties = properties;
		this.managementPaths = managementPaths;
		this.environment = environment;
	}

	@Override
	public List<String> get() {
		String basePath = withoutTrailingSlash(this.environment.getProperty("spring.webflux.base-path", ""));
		String servletPath = withoutTrailingSlash(this.environment.getProperty("spring.mvc.servlet.path", ""));
		List<String> paths = new ArrayList<>();
		this.properties.excludePaths().forEach((path) -> paths.add(basePath + path));
		this.managementPaths
			.ifAvailable((management) -> management.list().forEach((path) -> paths.add(basePath + servletPath + path)));
		return paths;
	}

	private static String withoutTrailingSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
