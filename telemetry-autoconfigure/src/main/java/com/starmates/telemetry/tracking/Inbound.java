// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

/**
 * What becomes of the trace that a caller sends.
 *
 * @since 1.0.0
 */
public enum Inbound {

	/**
	 * It goes on here: the caller's id is ours, and so is the caller's sampling decision.
	 */
	CONTINUE,

	/**
	 * A new trace begins, linked to the caller's, whose baggage is dropped. For public
	 * edges, where a caller must choose neither our ids nor what we record. Messages go
	 * on all the same: who sends them is no caller.
	 */
	RESTART

}
