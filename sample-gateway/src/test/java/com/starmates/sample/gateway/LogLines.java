// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;

/**
 * What a service wrote to its standard output, line by line.
 */
final class LogLines {

	private static final JsonMapper MAPPER = new JsonMapper();

	private LogLines() {
	}

	static List<JsonNode> ofTrace(CapturedOutput output, String trackingId) {
		return output.getOut()
			.lines()
			.filter((line) -> line.startsWith("{") && line.contains(trackingId))
			.map(MAPPER::readTree)
			.toList();
	}

}
