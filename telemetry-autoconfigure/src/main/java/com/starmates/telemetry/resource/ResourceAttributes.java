// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.resource;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The attributes that {@code OTEL_RESOURCE_ATTRIBUTES} holds.
 *
 * @param values values by attribute name, percent-decoded
 * @since 1.0.0
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/otel/resource/sdk/#specifying-resource-information-via-an-environment-variable">Resource
 * specification</a>
 */
public record ResourceAttributes(Map<String, String> values) {

	/**
	 * Logical name of the service.
	 */
	public static final String SERVICE_NAME = "service.name";

	/**
	 * Name of the deployment environment.
	 */
	public static final String ENVIRONMENT_NAME = "deployment.environment.name";

	static ResourceAttributes parse(@Nullable String text) {
		Map<String, String> values = new LinkedHashMap<>();
		if (text != null) {
			for (String pair : text.split(",")) {
				int equals = pair.indexOf('=');
				if (equals > 0) {
					values.put(pair.substring(0, equals).trim(), decode(pair.substring(equals + 1).trim()));
				}
			}
		}
		return new ResourceAttributes(Collections.unmodifiableMap(values));
	}

	@Nullable String get(String name) {
		return this.values.get(name);
	}

	private static String decode(String value) {
		try {
			// URLDecoder also turns a plus into a space, which percent-encoding does not
			return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

}
