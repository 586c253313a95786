// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import org.springframework.core.env.Environment;

/**
 * Tells whether Spring observes requests itself, which our defaults switch off.
 */
final class ServerObservations {

	static final String ENABLED = "management.observations.enable.http.server.requests";

	private ServerObservations() {
	}

	static boolean areOn(Environment environment) {
		return environment.getProperty(ENABLED, Boolean.class, true);
	}

}
