// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.jspecify.annotations.Nullable;

/**
 * Versions of HTTP, as the semantic conventions write them.
 */
final class HttpVersions {

	private HttpVersions() {
	}

	/**
	 * Return the version that a protocol such as {@code HTTP/1.1} has, {@code null} if it
	 * is none of HTTP's.
	 */
	static @Nullable String of(String protocol) {
		return switch (protocol) {
			case "HTTP/1.1" -> "1.1";
			case "HTTP/2.0", "HTTP/2" -> "2";
			case "HTTP/1.0" -> "1.0";
			case "HTTP/3.0", "HTTP/3" -> "3";
			default -> null;
		};
	}

}
