// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.List;

/**
 * What was found in one of the places where the id should be.
 *
 * @param place the place
 * @param lines what is there, as a person would see it
 * @param problem what is wrong with it, empty if nothing is
 */
record Finding(String place, List<String> lines, String problem) {

	/** Return a finding that is right if something was found. */
	static Finding of(String place, List<String> lines) {
		return new Finding(place, lines, lines.isEmpty() ? "nothing with the id" : "");
	}

	boolean isRight() {
		return this.problem.isEmpty();
	}

}
