// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the doctor into Boot's actuator.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.doctor;

import org.jspecify.annotations.NullMarked;
