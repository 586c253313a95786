// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.time.Duration;
import java.util.Set;

/**
 * What a receiver answers.
 *
 * @param status the status code
 * @param retryAfter how long the receiver wants to be left alone; zero if it does not say
 * @param body the body, or its beginning
 */
@SuppressWarnings("ArrayRecordComponent")
record HttpAnswer(int status, Duration retryAfter, byte[] body) {

	/** Those of the OTLP specification. */
	private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	/** Return whether the same may be accepted later. */
	boolean isPassing() {
		return PASSING.contains(this.status);
	}

}
