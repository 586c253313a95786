// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where something is exported to, without users and queries. Names of hosts may have
 * underscores, as those of containers have, though URIs know no such hosts.
 *
 * @param scheme the scheme, such as {@code http}
 * @param host the host
 * @param port the port, or -1 where the URL has none
 * @param path the path, perhaps empty
 * @since 1.0.0
 */
public record EndpointAddress(String scheme, String host, int port, String path) {

	private static final Pattern AUTHORITY = Pattern
		.compile("(?:.*@)?(?<host>\\[[^]]+]|[^:@\\[\\]]+)(?::(?<port>\\d{1,5})?)?");

	private static final Pattern REST = Pattern.compile("[?#].*$", Pattern.DOTALL);

	/**
	 * Read a URL.
	 * @param url the URL as it is configured
	 * @return its address, {@code null} if it has none
	 */
	public static @Nullable EndpointAddress of(String url) {
		try {
			URI uri = URI.create(url);
			Matcher authority = AUTHORITY.matcher((uri.getRawAuthority() != null) ? uri.getRawAuthority() : "");
			if (uri.getScheme() == null || !authority.matches()) {
				return null;
			}
			String port = authority.group("port");
			return new EndpointAddress(uri.getScheme(), authority.group("host"),
					(port != null) ? Integer.parseInt(port) : -1, uri.getPath());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return what may be shown of a URL.
	 * @param url the URL as it is configured
	 * @return its address; of what has none, not what may be a user or a query
	 */
	public static String show(String url) {
		EndpointAddress address = of(url);
		if (address == null) {
			return (url.indexOf('@') < 0) ? REST.matcher(url).replaceFirst("") : "";
		}
		if (address.path().indexOf('@') >= 0) {
			// a slash that belongs to a password ends the authority too early
			return address.scheme() + "://";
		}
		String port = (address.port() != -1) ? ":" + address.port() : "";
		return address.scheme() + "://" + address.host() + port + address.path();
	}

	/** Return the port that is connected to. */
	int effectivePort() {
		if (this.port != -1) {
			return this.port;
		}
		return "https".equalsIgnoreCase(this.scheme) ? 443 : 80;
	}

}
