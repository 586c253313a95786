// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.time.Duration;

/**
 * When the next request is due, in the time of {@link System#nanoTime()}.
 */
interface Pace {

	/** Return when the next request is due; at most {@code now} says: at once. */
	long due(long now);

	/** The request that was due has been sent. */
	void sent();

	/** As soon as a connection is free. */
	static Pace saturated() {
		return new Pace() {

			@Override
			public long due(long now) {
				return now;
			}

			@Override
			public void sent() {
				// the next one is due all the same
			}

		};
	}

	/**
	 * So many a second, whether or not the server keeps up: what a request waits for a
	 * free connection is part of its latency.
	 */
	static Pace steady(int perSecond, long start) {
		long interval = Duration.ofSeconds(1).toNanos() / perSecond;
		return new Pace() {

			private long next = start;

			@Override
			public long due(long now) {
				return this.next;
			}

			@Override
			public void sent() {
				this.next += interval;
			}

		};
	}

}
