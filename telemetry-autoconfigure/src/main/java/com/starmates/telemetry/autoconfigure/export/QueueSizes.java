// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

/**
 * What queues really hold.
 */
final class QueueSizes {

	private QueueSizes() {
	}

	/** The SDK's queue of spans is an array of a power of two. */
	static long ofSpans(int size) {
		return Math.max(1, Integer.highestOneBit(size - 1) * 2L);
	}

}
