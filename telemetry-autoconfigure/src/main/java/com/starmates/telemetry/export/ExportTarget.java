// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Where telemetry is sent, and how.
 *
 * @param url the address, of HTTP or HTTPS
 * @param headers what every request carries beside our own headers
 * @param gzip whether to compress
 * @param timeout how long an export may take with all of its attempts; zero is without
 * end
 * @param connectTimeout how long a connection may take; zero is without end
 * @param sockets makes the sockets of HTTPS, {@code null} for those of the JDK
 * @since 1.0.0
 */
public record ExportTarget(URI url, Map<String, String> headers, boolean gzip, Duration timeout,
		Duration connectTimeout, @Nullable SSLSocketFactory sockets) {
	/** Return the same with a user agent, unless there is one. */
	ExportTarget withUserAgent(String userAgent) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.put("User-Agent", userAgent);
		headers.putAll(this.headers);
		return new ExportTarget(this.url, headers, this.gzip, this.timeout, this.connectTimeout, this.sockets);
	}

}
