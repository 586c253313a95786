// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.io.Serial;

/**
 * Says that a receiver has not accepted an export.
 */
final class ExportRejectedException extends IOException {

	@Serial
	private static final long serialVersionUID = 1L;

	ExportRejectedException(HttpAnswer answer) {
		super(message(answer.status(), ReceiverStatus.ofFailure(answer.body()).message()));
	}

	private static String message(int status, String message) {
		return "the receiver answers " + status + (message.isEmpty() ? "" : ": " + message);
	}

}
