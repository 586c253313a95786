// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;

/**
 * Settings for the connection to NATS, where the application has none of its own.
 *
 * @param servers Addresses of servers, such as nats://localhost:4222. There is no
 * connection without.
 * @param connectionName Name that the servers know the connection by, that of the service
 * if not set.
 * @param username User to log in as.
 * @param password Password of the user.
 * @param token Token to log in with.
 * @param credentialsFile File with the JWT and the seed to log in with.
 * @param sslBundle SSL bundle to connect with.
 * @param connectionTimeout Time that a server has to answer when the connection is made.
 * @param maxReconnects Times to try to reach each server again after the connection was
 * lost; -1 for ever.
 * @param reconnectWait Time between attempts to reach the same server again.
 */
@ConfigurationProperties(NatsProperties.PREFIX)
record NatsProperties(@DefaultValue List<String> servers, @Nullable String connectionName, @Nullable String username,
		@Nullable String password, @Nullable String token, @Nullable String credentialsFile, @Nullable String sslBundle,
		@DefaultValue("2s") Duration connectionTimeout, @DefaultValue("-1") int maxReconnects,
		@DefaultValue("2s") Duration reconnectWait) {

	static final String PREFIX = "telemetry.messaging.nats";

	NatsProperties {
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put(PREFIX + ".username", username);
			entries.put(PREFIX + ".token", token);
			entries.put(PREFIX + ".credentials-file", credentialsFile);
		});
		if ((username != null) != (password != null)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".username", username,
					"Must be set together with " + PREFIX + ".password.");
		}
		if (servers.isEmpty() || servers.stream().anyMatch(String::isBlank)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".servers", servers,
					"Must be addresses such as nats://localhost:4222.");
		}
		if (maxReconnects < -1) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + ".max-reconnects", maxReconnects,
					"Must be zero or more, or -1 for ever.");
		}
		check(".connection-timeout", connectionTimeout);
		check(".reconnect-wait", reconnectWait);
	}

	private static void check(String name, Duration duration) {
		if (duration.toMillis() < 1) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name, duration,
					"Must be a millisecond or more.");
		}
	}

	/** Never shows what opens the servers. */
	@Override
	public String toString() {
		return "NatsProperties[servers=" + this.servers.size() + "]";
	}

}
