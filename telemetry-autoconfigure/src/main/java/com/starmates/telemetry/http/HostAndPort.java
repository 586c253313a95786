// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.jspecify.annotations.Nullable;

/**
 * One end of a connection, by whatever name it is known.
 *
 * @param host name or address, an address of IPv6 without brackets
 * @param port port, or a negative number if unknown
 */
record HostAndPort(String host, int port) {

	/** Return an end by its host, {@code null} if that is not known. */
	static @Nullable HostAndPort of(@Nullable String host, int port) {
		if (host == null || host.isEmpty()) {
			return null;
		}
		return new HostAndPort(isBracketed(host) ? host.substring(1, host.length() - 1) : host, port);
	}

	/**
	 * Return the end that the authority of a URI names, in whatever way: not every name
	 * of a host is one to {@link java.net.URI}.
	 */
	static @Nullable HostAndPort ofAuthority(@Nullable String authority, int defaultPort) {
		if (authority == null) {
			return null;
		}
		String end = authority.substring(authority.lastIndexOf('@') + 1);
		int colon = end.lastIndexOf(':');
		return (colon > end.lastIndexOf(']')) ? of(end.substring(0, colon), port(end.substring(colon + 1), defaultPort))
				: of(end, defaultPort);
	}

	private static int port(String text, int defaultPort) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return defaultPort;
		}
	}

	private static boolean isBracketed(String host) {
		return host.charAt(0) == '[' && host.charAt(host.length() - 1) == ']';
	}

}
