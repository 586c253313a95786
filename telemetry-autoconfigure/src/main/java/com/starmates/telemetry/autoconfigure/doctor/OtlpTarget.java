// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.export.Signal;

/**
 * Where a signal goes.
 *
 * @param signal the signal
 * @param url the address as it is configured, perhaps with secrets
 * @param protocol {@code http} or {@code grpc}
 * @param used whether there is something that would send it there
 */
record OtlpTarget(Signal signal, String url, String protocol, boolean used) {

}
