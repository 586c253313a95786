// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.List;

/**
 * Finds exemplars in an OpenMetrics scrape.
 */
final class Exemplars {

	private static final String COUNTER = "request_count_total{";

	private Exemplars() {
	}

	/** Return the samples whose exemplar is of a trace, requests counted first. */
	static List<String> of(String trackingId, String scrape) {
		String exemplar = "trace_id=\"" + trackingId + "\"";
		List<String> samples = scrape.lines()
			.filter((line) -> line.indexOf(" # {") > 0 && line.indexOf(exemplar) > line.indexOf(" # {"))
			.toList();
		List<String> counted = samples.stream().filter((line) -> line.startsWith(COUNTER)).toList();
		return counted.isEmpty() ? samples : counted;
	}

}
