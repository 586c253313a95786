// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.List;

/**
 * What the doctor says.
 *
 * @param findings what is wrong, the worst first; empty if nothing is
 * @param facts what the findings were drawn from
 * @since 1.0.0
 */
public record Diagnosis(List<Finding> findings, Facts facts) {

	/**
	 * Create a diagnosis.
	 */
	public Diagnosis {
		findings = List.copyOf(findings);
	}

	/**
	 * Return whether something should be done.
	 * @return {@code false} if all findings are just good to know
	 */
	public boolean needsCare() {
		return !problems().isEmpty();
	}

	/**
	 * Return the findings as a text for people, without what is just good to know.
	 * @return a line for each finding, and one before them
	 */
	public String text() {
		List<Finding> problems = problems();
		StringBuilder text = new StringBuilder("The telemetry of this service has " + problems.size()
				+ ((problems.size() == 1) ? " problem:" : " problems:"));
		for (Finding finding : problems) {
			text.append("\n- ")
				.append(finding.id())
				.append(": ")
				.append(finding.message())
				.append(". ")
				.append(finding.remedy())
				.append('.');
		}
		return text.toString();
	}

	private List<Finding> problems() {
		return this.findings.stream().filter((finding) -> finding.severity() != Severity.INFO).toList();
	}

}
