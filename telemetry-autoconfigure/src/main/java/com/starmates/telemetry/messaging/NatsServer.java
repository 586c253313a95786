// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * The server that a connection has.
 *
 * @param url where the connection says that it is
 * @param host its name or address
 * @param port its port
 */
record NatsServer(String url, String host, int port) {

	private static final int DEFAULT_PORT = 4222;

	/** Return the server, or {@code null} if its address cannot be read. */
	static @Nullable NatsServer of(String url) {
		try {
			URI address = new URI(url);
			String host = address.getHost();
			return (host != null)
					? new NatsServer(url, host, (address.getPort() > 0) ? address.getPort() : DEFAULT_PORT) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
