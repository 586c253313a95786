// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When an export must be over.
 */
final class Deadline {

	private final long start = System.nanoTime();

	private final long timeout;

	/** Zero is without end. */
	Deadline(Duration timeout) {
		this.timeout = timeout.isZero() ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(timeout);
	}

	/** Return how many nanoseconds are left; not positive if it is over. */
	long remaining() {
		return this.timeout - (System.nanoTime() - this.start);
	}

	boolean isOver() {
		return remaining() <= 0;
	}

	void check() throws SocketTimeoutException {
		if (isOver()) {
			throw new SocketTimeoutException("Timeout");
		}
	}

	/**
	 * Return what is left for a call with a time-out of its own, zero meaning none. It is
	 * rounded up: who waits for so long is too late.
	 */
	int millis(Duration timeout) {
		long own = timeout.isZero() ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(timeout);
		long millis = TimeUnit.NANOSECONDS.toMillis(Math.min(own, remaining())) + 1;
		return (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE));
	}

}
