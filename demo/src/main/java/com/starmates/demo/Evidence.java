// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.List;

/**
 * All that was found of one request.
 *
 * @param story the request
 * @param trackingId the id that its caller was told
 * @param findings what each place holds
 */
record Evidence(Story story, String trackingId, List<Finding> findings) {

	/** Return a line for each place that does not hold the id. */
	List<String> problems() {
		return this.findings.stream()
			.filter((finding) -> !finding.isRight())
			.map((finding) -> this.story.title() + ", " + finding.place() + ": " + finding.problem())
			.toList();
	}

}
