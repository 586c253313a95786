// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the doctor.
 *
 * @param enabled Whether to say at start-up, and at the endpoint telemetry where that is
 * exposed, what is wrong with the telemetry.
 */
@ConfigurationProperties("telemetry.doctor")
record DoctorProperties(@DefaultValue("true") boolean enabled) {

}
