// SPDX-License-Identifier: Apache-2.0

/**
 * What is wrong with the telemetry of a service, and what helps.
 */
@NullMarked
package com.starmates.telemetry.doctor;

import org.jspecify.annotations.NullMarked;
