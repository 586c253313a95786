// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.util.List;
import java.util.Map;

import com.starmates.telemetry.resource.ServiceIdentity;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Levels that fit the environment: little in production, much where an application is
 * made. An application with a Logback configuration of its own has its levels there.
 */
final class LevelDefaults {

	private static final String LEVEL = "logging.level.";

	private static final List<String> CONFIGURATIONS = List.of("logback-test.xml", "logback.xml",
			"logback-test-spring.xml", "logback-spring.xml");

	private LevelDefaults() {
	}

	/** Return levels by property name. */
	static Map<String, Object> of(Environment environment, ServiceIdentity identity, @Nullable Class<?> application) {
		if (hasConfiguration(environment)) {
			return Map.of();
		}
		return switch (identity.environment()) {
			case "prod" -> Map.of(LEVEL + "root", "WARN", LEVEL + "com.starmates.telemetry", "INFO");
			case "dev" -> ofDevelopment(environment, application);
			default -> Map.of();
		};
	}

	/** Who has set the root's level has set that of all below it. */
	private static Map<String, Object> ofDevelopment(Environment environment, @Nullable Class<?> application) {
		String name = (application != null) ? application.getPackageName() : "";
		return (name.isEmpty() || environment.containsProperty(LEVEL + "root")) ? Map.of()
				: Map.of(LEVEL + name, "DEBUG");
	}

	private static boolean hasConfiguration(Environment environment) {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		return StringUtils.hasText(environment.getProperty("logging.config")) || (classLoader != null
				&& CONFIGURATIONS.stream().anyMatch((name) -> classLoader.getResource(name) != null));
	}

}
