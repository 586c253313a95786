// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.util.Locale;

/**
 * What became of a message that was taken from a bus.
 *
 * @since 1.0.0
 */
public enum MessageOutcome {

	/**
	 * It was worked on, and is done.
	 */
	ACK,

	/**
	 * It could not be worked on, and will come again.
	 */
	NAK,

	/**
	 * It could not be worked on, and was put aside.
	 */
	DEAD_LETTER;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * Return the outcome as labels have it, in lower case.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
