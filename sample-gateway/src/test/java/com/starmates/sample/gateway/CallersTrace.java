// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A trace that a caller began, as its {@code traceparent} header says.
 */
record CallersTrace(String id, String spanId) {

	static CallersTrace begin() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new CallersTrace(hex(random.nextLong()) + hex(random.nextLong(1, Long.MAX_VALUE)),
				hex(random.nextLong(1, Long.MAX_VALUE)));
	}

	String traceparent() {
		return "00-" + this.id + "-" + this.spanId + "-01";
	}

	private static String hex(long value) {
		return HexFormat.of().toHexDigits(value);
	}

}
