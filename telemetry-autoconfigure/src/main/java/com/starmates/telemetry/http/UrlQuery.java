// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.masking.Masker;

/**
 * The query of a request as a span may show it: without the values of parameters that by
 * their names are secrets, or look like some.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/">
 * Semantic conventions for URLs</a>
 */
final class UrlQuery {

	private static final String REDACTED = "REDACTED";

	private UrlQuery() {
	}

	static String redacted(String query, Masker masker) {
		StringBuilder redacted = new StringBuilder(query.length());
		int done = 0;
		int start = 0;
		while (start < query.length()) {
			int ampersand = query.indexOf('&', start);
			int end = (ampersand < 0) ? query.length() : ampersand;
			int value = startOfValue(query, start, end);
			String name = query.substring(start, Math.max(start, value - 1));
			if (isSecret(name, query.substring(value, end), masker)) {
				redacted.append(query, done, value).append(REDACTED);
				done = end;
			}
			start = end + 1;
		}
		return (done > 0) ? redacted.append(query, done, query.length()).toString() : query;
	}

	/** A parameter without a name is all value. */
	private static int startOfValue(String query, int start, int end) {
		for (int i = start; i < end; i++) {
			if (query.charAt(i) == '=') {
				return i + 1;
			}
		}
		return start;
	}

	private static boolean isSecret(String name, String value, Masker masker) {
		if (masker.isSecretKey(PercentEncoding.decode(name))) {
			return true;
		}
		String decoded = PercentEncoding.decode(value);
		return !masker.mask(decoded).equals(decoded);
	}

}
