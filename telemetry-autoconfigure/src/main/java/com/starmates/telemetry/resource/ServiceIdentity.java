// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.resource;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What this process is called, resolved once and used by spans, log lines and meters
 * alike, so that they can be joined.
 *
 * @param service name of the service; OpenTelemetry's {@code service.name}
 * @param environment where it runs, such as {@code prod}; OpenTelemetry's
 * {@code deployment.environment.name}
 * @param project what the service belongs to
 * @since 1.0.0
 */
public record ServiceIdentity(String service, String environment, String project) {

	/**
	 * Name of a service that has been given none, as the OpenTelemetry specification has
	 * it.
	 */
	public static final String UNKNOWN_SERVICE = "unknown_service";

	/**
	 * Environment of a service that has been given none.
	 */
	public static final String DEFAULT_ENVIRONMENT = "dev";

	private static final Set<String> USUAL_ENVIRONMENTS = Set.of(DEFAULT_ENVIRONMENT, "staging", "prod");

	private static final String RESOURCE_ATTRIBUTES = "management.opentelemetry.resource-attributes";

	/**
	 * Resolve the identity from properties and environment variables.
	 * <p>
	 * The service is {@code management.opentelemetry.resource-attributes.service.name},
	 * {@code OTEL_SERVICE_NAME}, {@code service.name} in {@code OTEL_RESOURCE_ATTRIBUTES}
	 * or {@code spring.application.name}, whichever is found first. The environment is
	 * {@code deployment.environment.name} from the same two places for attributes, else
	 * {@code ENVIRONMENT}. The project is {@code telemetry.project}, else the service.
	 * Empty values count as absent.
	 * @param properties returns a property or environment variable by name, {@code null}
	 * if there is none
	 * @return the identity
	 */
	public static ServiceIdentity resolve(Properties properties) {
		ResourceAttributes attributes = ResourceAttributes.parse(properties.get("OTEL_RESOURCE_ATTRIBUTES"));
		String service = first(resourceAttribute(properties, ResourceAttributes.SERVICE_NAME),
				properties.get("OTEL_SERVICE_NAME"), attributes.get(ResourceAttributes.SERVICE_NAME),
				properties.get("spring.application.name"), UNKNOWN_SERVICE);
		String environment = first(resourceAttribute(properties, ResourceAttributes.ENVIRONMENT_NAME),
				attributes.get(ResourceAttributes.ENVIRONMENT_NAME), properties.get("ENVIRONMENT"),
				DEFAULT_ENVIRONMENT);
		return new ServiceIdentity(service, environment, first(properties.get("telemetry.project"), service));
	}

	/**
	 * Return whether the environment is one of {@code dev}, {@code staging} and
	 * {@code prod}, which dashboards and alerts expect.
	 * @return {@code false} for any other, such as one with a typing error
	 */
	public boolean isUsualEnvironment() {
		return USUAL_ENVIRONMENTS.contains(this.environment);
	}

	/** Both spellings that a map's keys may have in properties. */
	private static @Nullable String resourceAttribute(Properties properties, String name) {
		String value = properties.get(RESOURCE_ATTRIBUTES + "." + name);
		return (value != null) ? value : properties.get(RESOURCE_ATTRIBUTES + "[" + name + "]");
	}

	private static String first(@Nullable String... candidates) {
		for (String candidate : candidates) {
			if (candidate != null && !candidate.isBlank()) {
				return candidate;
			}
		}
		throw new IllegalStateException("The last candidate must have text");
	}

	/**
	 * Where properties and environment variables come from.
	 */
	@FunctionalInterface
	public interface Properties {

		/**
		 * Return the value of a property or environment variable.
		 * @param name the name, such as {@code OTEL_SERVICE_NAME}
		 * @return the value, or {@code null} if there is none
		 */
		@Nullable String get(String name);

	}

}
