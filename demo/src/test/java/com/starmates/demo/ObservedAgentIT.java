// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

/**
 * Services that the OpenTelemetry agent is attached to, and whose requests Boot observes
 * too.
 */
class ObservedAgentIT extends AgentIT {

	@Override
	String options() {
		return super.options() + " -Dmanagement.observations.enable.http.server.requests=true";
	}

}
