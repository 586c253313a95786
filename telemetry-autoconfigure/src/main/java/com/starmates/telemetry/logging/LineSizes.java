// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

/**
 * How many bytes the parts of a line took that give way when it is too long.
 */
final class LineSizes {

	private int total;

	private int message;

	private int extras;

	private int stackTrace;

	void begin() {
		this.message = 0;
		this.extras = 0;
		this.stackTrace = 0;
	}

	void message(int bytes) {
		this.message = bytes;
	}

	void addExtras(int bytes) {
		this.extras += bytes;
	}

	void stackTrace(int bytes) {
		this.stackTrace = bytes;
	}

	void end(int total) {
		this.total = total;
	}

	int message() {
		return this.message;
	}

	int extras() {
		return this.extras;
	}

	/** Return how many bytes all other parts took. */
	int others() {
		return this.total - this.message - this.extras - this.stackTrace;
	}

}
