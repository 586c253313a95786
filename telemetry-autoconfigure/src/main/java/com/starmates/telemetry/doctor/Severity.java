// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

/**
 * How bad a finding is.
 *
 * @since 1.0.0
 */
public enum Severity {

	/**
	 * Good to know, and perhaps meant to be so.
	 */
	INFO,

	/**
	 * Some of the telemetry misses, or will.
	 */
	WARNING,

	/**
	 * Telemetry is lost or wrong.
	 */
	ERROR

}
