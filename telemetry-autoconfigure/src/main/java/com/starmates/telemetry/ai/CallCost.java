// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

/**
 * What a call cost.
 *
 * @param dollars US dollars
 * @param source who says so, as spans tell it
 */
record CallCost(double dollars, String source) {

	private static final String PROVIDER = "provider";

	static CallCost byProvider(double dollars) {
		return new CallCost(dollars, PROVIDER);
	}

	static CallCost byTable(double dollars) {
		return new CallCost(dollars, "local");
	}

	boolean isByProvider() {
		return PROVIDER.equals(this.source);
	}

}
