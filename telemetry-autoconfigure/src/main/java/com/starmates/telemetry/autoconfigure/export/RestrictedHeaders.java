// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * What the JDK's connections keep to themselves, without a word.
 */
final class RestrictedHeaders {

	private static final Set<String> NAMES = Set.of("connection", "content-length", "content-transfer-encoding", "host",
			"keep-alive", "origin", "trailer", "transfer-encoding", "upgrade", "via");

	private static final String PREFIX = "access-control-request-";

	private RestrictedHeaders() {
	}

	static boolean containsAny(Collection<String> names) {
		return names.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.anyMatch((name) -> NAMES.contains(name) || name.startsWith(PREFIX));
	}

}
