// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.export.RetryPolicy;

/**
 * How long to wait before each further attempt of one export.
 */
final class Backoff {

	private final RetryPolicy policy;

	private long next;

	private int attempts = 1;

	Backoff(RetryPolicy policy) {
		this.policy = policy;
		this.next = policy.getInitialBackoff().toNanos();
	}

	/** Return how many nanoseconds to wait, negative if there have been enough. */
	long next() {
		return next(Duration.ZERO);
	}

	/** Wait at least as long as the receiver says. */
	long next(Duration retryAfter) {
		if (this.attempts++ >= this.policy.getMaxAttempts()) {
			return -1;
		}
		long current = Math.min(this.next, this.policy.getMaxBackoff().toNanos());
		this.next = (long) (current * this.policy.getBackoffMultiplier());
		long jittered = (long) (current * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
		return Math.max(jittered, TimeUnit.NANOSECONDS.convert(retryAfter));
	}

}
