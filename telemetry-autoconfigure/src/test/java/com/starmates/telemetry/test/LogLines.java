// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Captured stdout as JSON. A line that is none fails the test.
 */
public final class LogLines {

	private LogLines() {
	}

	public static List<JsonNode> parse(CharSequence stdout) {
		return stdout.toString().lines().map(LogLines::parseLine).toList();
	}

	private static JsonNode parseLine(String line) {
		try {
			return JsonMapper.shared().readTree(line);
		}
		catch (RuntimeException ex) {
			throw new AssertionError("Not JSON: " + line, ex);
		}
	}

}
