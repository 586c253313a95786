// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Where a secret is, as one number, so that to look for one allocates nothing.
 */
final class Range {

	/** There is no secret at this place. */
	static final long NONE = -1;

	private Range() {
	}

	static long of(int start, int end) {
		return ((long) start << Integer.SIZE) | end;
	}

	/** There is no secret before the given place: go on there. */
	static long emptyAt(int end) {
		return of(end, end);
	}

	static int start(long range) {
		return (int) (range >>> Integer.SIZE);
	}

	static int end(long range) {
		return (int) range;
	}

}
