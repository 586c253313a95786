// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Who is told which trace a call belongs to: ids and baggage are nobody else's business.
 *
 * @param patterns names and addresses of hosts, or {@code *.} and a domain whose
 * subdomains are meant; none means everybody
 * @since 1.0.0
 */
public record OutboundHosts(List<String> patterns) {

	/** Everybody is told. */
	public static final OutboundHosts EVERYBODY = new OutboundHosts(List.of());

	private static final String ANY = "*";

	/**
	 * Create hosts.
	 */
	public OutboundHosts {
		patterns = patterns.stream().map((pattern) -> pattern.toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * Return whether no host is left out.
	 * @return {@code true} if there are no patterns
	 */
	public boolean isEverybody() {
		return this.patterns.isEmpty();
	}

	/**
	 * Return whether a host is told.
	 * @param host its name or address, {@code null} if it is not known
	 * @return {@code true} if a pattern is of it, or there are none
	 */
	public boolean include(@Nullable String host) {
		if (isEverybody()) {
			return true;
		}
		String name = (host != null) ? host.toLowerCase(Locale.ROOT) : "";
		return this.patterns.stream().anyMatch((pattern) -> matches(pattern, name));
	}

	private static boolean matches(String pattern, String host) {
		return pattern.startsWith(ANY) ? host.length() >= pattern.length() && host.endsWith(pattern.substring(1))
				: pattern.equals(host);
	}

}
