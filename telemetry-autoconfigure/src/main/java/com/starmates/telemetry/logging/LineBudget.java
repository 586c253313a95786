// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

/**
 * What a line may still take: fields, and the nodes of nested values, which cost time
 * even where they come to no field. What does not fit is counted.
 */
final class LineBudget {

	private int maxFields;

	private int nodes;

	private int dropped;

	void begin(int maxFields) {
		this.maxFields = maxFields;
		this.nodes = 0;
		this.dropped = 0;
	}

	/** Return whether one more value may be written; count it as dropped if not. */
	boolean allows(JsonBuffer json) {
		if (json.fields() < this.maxFields && this.nodes++ < 4 * this.maxFields) {
			return true;
		}
		this.dropped++;
		return false;
	}

	void drop(int fields) {
		this.dropped += fields;
	}

	int dropped() {
		return this.dropped;
	}

}
