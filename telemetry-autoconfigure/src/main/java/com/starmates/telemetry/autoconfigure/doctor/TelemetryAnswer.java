// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;

import com.starmates.telemetry.doctor.Diagnosis;
import com.starmates.telemetry.doctor.Facts;
import com.starmates.telemetry.doctor.Finding;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A diagnosis as Boot's endpoints write it, however the application writes JSON.
 *
 * @param findings what is wrong, the worst first
 * @param facts what the findings were drawn from
 */
record TelemetryAnswer(List<Finding> findings, Facts facts) implements OperationResponseBody {

	static TelemetryAnswer of(Diagnosis diagnosis) {
		return new TelemetryAnswer(diagnosis.findings(), diagnosis.facts());
	}

}
