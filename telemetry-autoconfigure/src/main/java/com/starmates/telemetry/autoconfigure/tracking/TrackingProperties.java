// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

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
 * @since 1.0.0
 */
@ConfigurationProperties("telemetry.tracking")
public record TrackingProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("X-Tracking-ID") String headerName, @DefaultValue("continue") Inbound inbound) {

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

}
