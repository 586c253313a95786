// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service replied.
 *
 * @param status the status code
 * @param head the status line and the headers
 * @param body the body
 */
record Reply(int status, List<String> head, String body) {

	static final String TRACKING_HEADER = "X-Tracking-ID";

	static List<String> head(HttpURLConnection connection) {
		List<String> head = new ArrayList<>();
		for (int n = 0; connection.getHeaderField(n) != null; n++) {
			@Nullable String name = connection.getHeaderFieldKey(n);
			head.add((name != null) ? name + ": " + connection.getHeaderField(n) : connection.getHeaderField(n));
		}
		return head;
	}

	/** Return the tracking id in the header, empty if there is none. */
	String trackingId() {
		return header(TRACKING_HEADER);
	}

	/** Return a header, empty if there is none. */
	String header(String name) {
		String prefix = name + ": ";
		return this.head.stream()
			.filter((line) -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
			.map((line) -> line.substring(prefix.length()))
			.findFirst()
			.orElse("");
	}

	JsonNode json() {
		return JsonMapper.shared().readTree(this.body);
	}

	/** Return it as {@code curl -i} prints it. */
	List<String> print() {
		List<String> lines = new ArrayList<>(this.head);
		lines.add("");
		lines.add(this.body);
		return lines;
	}

}
