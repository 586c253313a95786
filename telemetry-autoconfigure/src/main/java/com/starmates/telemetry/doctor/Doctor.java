// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Draws findings from facts.
 *
 * @since 1.0.0
 */
public final class Doctor {

	private Doctor() {
	}

	/**
	 * Examine a service.
	 * @param facts what is known of it
	 * @return what is wrong with it
	 */
	public static Diagnosis examine(Facts facts) {
		List<Finding> findings = Arrays.stream(Check.values())
			.flatMap((check) -> check.find(facts).stream())
			.sorted(Comparator.comparing(Finding::severity).reversed())
			.toList();
		return new Diagnosis(findings, facts);
	}

}
