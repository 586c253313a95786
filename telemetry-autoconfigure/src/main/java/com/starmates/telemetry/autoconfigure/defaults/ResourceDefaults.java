// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.util.Map;

import com.starmates.telemetry.resource.ResourceAttributes;
import com.starmates.telemetry.resource.ServiceIdentity;

/**
 * Makes Boot's OpenTelemetry resource say what log lines and meters say.
 */
final class ResourceDefaults {

	private static final String PREFIX = "management.opentelemetry.resource-attributes.";

	private ResourceDefaults() {
	}

	static Map<String, Object> of(ServiceIdentity identity) {
		return Map.of(PREFIX + ResourceAttributes.SERVICE_NAME, identity.service(),
				PREFIX + ResourceAttributes.ENVIRONMENT_NAME, identity.environment());
	}

}
