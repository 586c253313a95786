// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a receiver answers.
 */
final class HttpAnswer {

	/** Those of the OTLP specification. */
	private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

	private final int status;

	private final Duration retryAfter;

	private final @Nullable String location;

	private final byte[] body;

	HttpAnswer(int status, Duration retryAfter, @Nullable String location, byte[] body) {
		this.status = status;
		this.retryAfter = retryAfter;
		this.location = location;
		this.body = body;
	}

	int status() {
		return this.status;
	}

	/** Return how long the receiver wants to be left alone; zero if it does not say. */
	Duration retryAfter() {
		return this.retryAfter;
	}

	/** Return the body, or its beginning. */
	byte[] body() {
		return this.body;
	}

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	/** Return whether the same may be accepted later. */
	boolean isPassing() {
		return PASSING.contains(this.status);
	}

	/**
	 * Return where else to send the same, {@code null} if nowhere: what is said to one
	 * host is not for another, nor for who listens in between.
	 */
	@Nullable URI redirect(URI from) {
		if (this.location == null || (this.status != 307 && this.status != 308)) {
			return null;
		}
		try {
			URI to = from.resolve(this.location.trim());
			boolean same = from.getScheme().equalsIgnoreCase(to.getScheme())
					&& from.getHost().equalsIgnoreCase(to.getHost());
			return same ? to : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
