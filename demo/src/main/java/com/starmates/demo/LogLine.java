// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line on a service's standard output.
 *
 * @param text the line as it was written
 * @param json the object it holds, {@code null} if it holds none
 */
record LogLine(String text, @Nullable JsonNode json) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	static LogLine of(String text) {
		return new LogLine(text, parse(text));
	}

	/** Return a member at the top level, empty if there is none. */
	String member(String name) {
		return (this.json != null) ? this.json.path(name).asString("") : "";
	}

	String trackingId() {
		return member("tracking_id");
	}

	/** Return whether it tells of an HTTP exchange, as {@code GET /path - 200}. */
	boolean isAccess() {
		return member("@message").matches("[A-Z]+ /\\S* - \\d{3}");
	}

	/** Return the line up to its tracking id: what all lines have in common. */
	String head() {
		String id = "\"" + trackingId() + "\"";
		int end = this.text.indexOf(id) + id.length();
		return (end < this.text.length() - 1) ? this.text.substring(0, end) + ", ...}" : this.text;
	}

	private static @Nullable JsonNode parse(String text) {
		try {
			JsonNode json = MAPPER.readTree(text);
			return json.isObject() ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
