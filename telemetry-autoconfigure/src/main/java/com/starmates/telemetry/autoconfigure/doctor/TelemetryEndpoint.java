// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.doctor.Doctor;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Says what is wrong with the telemetry of this service.
 */
@Endpoint(id = "telemetry", defaultAccess = Access.READ_ONLY)
class TelemetryEndpoint {

	private final FactCollector facts;

	TelemetryEndpoint(FactCollector facts) {
		this.facts = facts;
	}

	@ReadOperation
	TelemetryAnswer telemetry() {
		return TelemetryAnswer.of(Doctor.examine(this.facts.collect(true)));
	}

}
