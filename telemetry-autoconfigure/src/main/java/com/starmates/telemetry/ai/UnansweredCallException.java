// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

/** Stands for what is not known of a call that ended without an answer. */
final class UnansweredCallException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnansweredCallException() {
		super("The call ended without an answer", null, false, false);
	}

}
