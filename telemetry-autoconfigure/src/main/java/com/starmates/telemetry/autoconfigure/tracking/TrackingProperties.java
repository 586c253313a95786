// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.List;
import java.util.regex.Pattern;

import com.starmates.telemetry.tracking.Inbound;
import com.starmates.telemetry.tracking.TrackingPolicy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Settings for telling callers the tracking id of their request.
 *
 * @param enabled Whether to tell callers the tracking id, in the response header and in
 * error bodies.
 * @param headerName Name of the response header that carries the tracking id.
 * @param inbound What becomes of the trace that a caller sends. Public edges restart it.
 * @param outbound What becomes of the trace in calls of other services.
 * @since 1.0.0
 */
@ConfigurationProperties("telemetry.tracking")
public record TrackingProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("X-Tracking-ID") String headerName, @DefaultValue("continue") Inbound inbound,
		@DefaultValue Outbound outbound) {

	/** A token of RFC 9110, section 5.6.2. */
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	/**
	 * Check the settings.
	 */
	public TrackingProperties {
		if (!TOKEN.matcher(headerName).matches()) {
			throw new InvalidConfigurationPropertyValueException("telemetry.tracking.header-name", headerName,
					"Expected the name of an HTTP header, such as X-Tracking-ID");
		}
	}

	/**
	 * Return the settings as an exchange wants them.
	 * @return the policy
	 */
	public TrackingPolicy policy() {
		return new TrackingPolicy(this.enabled ? this.headerName : null, this.inbound);
	}

	/**
	 * What becomes of the trace in calls of other services.
	 *
	 * @param hosts Hosts that are told the trace and the baggage of a call, by name, or
	 * all below a domain by *.example.com; everybody if empty.
	 */
	public record Outbound(@DefaultValue List<String> hosts) {

		private static final Pattern HOST = Pattern.compile("(?:\\*\\.)?[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

		/**
		 * Check the settings.
		 */
		public Outbound {
			for (String host : hosts) {
				if (!HOST.matcher(host).matches()) {
					throw new InvalidConfigurationPropertyValueException("telemetry.tracking.outbound.hosts", host,
							"Expected the name of a host, such as orders.internal, or *. and a domain");
				}
			}
		}

	}

}
