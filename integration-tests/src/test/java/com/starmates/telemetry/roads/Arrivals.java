// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the messages of a test arrive, each for itself. */
class Arrivals {

	private final Map<String, FarSide> sides = new ConcurrentHashMap<>();

	FarSide of(String message) {
		return this.sides.computeIfAbsent(message, (key) -> new FarSide());
	}

	void see(String message) {
		of(message).see(message);
	}

}
