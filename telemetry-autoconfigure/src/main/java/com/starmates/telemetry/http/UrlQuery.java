// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.regex.Pattern;

/**
 * The query of a request as a span may show it: without the values of parameters that, by
 * their names, hold credentials.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/">
 * Semantic conventions for URLs</a>
 */
final class UrlQuery {

	private static final String REDACTED = "REDACTED";

	private static final Pattern CREDENTIAL = Pattern
		.compile("passw(?:or)?d|secret|token|signature|authorization|cookie|credential|jwt|(?:api|access)[_.-]?key"
				+ "|^(?:sig|auth)$", Pattern.CASE_INSENSITIVE);

	private UrlQuery() {
	}

	static String redacted(String query) {
		StringBuilder redacted = new StringBuilder(query.length());
		int start = 0;
		while (start < query.length()) {
			int end = query.indexOf('&', start) + 1;
			String parameter = query.substring(start, (end > 0) ? end : query.length());
			append(redacted, parameter);
			start += parameter.length();
		}
		return redacted.toString();
	}

	/** Append a parameter and the ampersand at its end, if there is one. */
	private static void append(StringBuilder redacted, String parameter) {
		int equals = parameter.indexOf('=');
		if (equals < 0 || !CREDENTIAL.matcher(parameter.substring(0, equals)).find()) {
			redacted.append(parameter);
			return;
		}
		redacted.append(parameter, 0, equals + 1).append(REDACTED).append(parameter.endsWith("&") ? "&" : "");
	}

}
