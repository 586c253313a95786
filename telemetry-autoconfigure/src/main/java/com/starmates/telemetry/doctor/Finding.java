// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

/**
 * Something that is wrong.
 *
 * @param id name of what is wrong, the same in every release
 * @param severity how bad it is
 * @param message what is wrong here
 * @param remedy what helps
 * @since 1.0.0
 */
public record Finding(String id, Severity severity, String message, String remedy) {

}
