// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

/**
 * How many bytes the parts of a line may take that give way when it is too long.
 *
 * @param message of the message
 * @param extras of the application's own fields
 * @param stackTrace of the stack trace
 * @param text of each text in the line's own objects
 */
record LineLimits(int message, int extras, int stackTrace, int text) {

	/** What is kept of each text where the objects alone take too much. */
	private static final int TEXTS_PER_LINE = 64;

	/** For {@code fields_dropped}, and the end of the line. */
	private static final int RESERVE = 64;

	static LineLimits none(int maxBytes) {
		return new LineLimits(maxBytes, maxBytes, maxBytes, maxBytes);
	}

	static LineLimits shortTexts(int maxBytes) {
		return new LineLimits(maxBytes, maxBytes, maxBytes, maxBytes / TEXTS_PER_LINE);
	}

	/** The message is kept longest, then the application's fields. */
	LineLimits fit(LineSizes sizes, int maxBytes) {
		int room = Math.max(0, maxBytes - RESERVE - sizes.others());
		int forMessage = Math.min(sizes.message(), room);
		int forExtras = Math.min(sizes.extras(), room - forMessage);
		return new LineLimits(forMessage, forExtras, room - forMessage - forExtras, this.text);
	}

}
