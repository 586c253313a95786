// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import java.io.IOException;
import java.util.List;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundles;

/**
 * Connects to NATS as properties say.
 */
final class NatsConnector {

	private static final String SERVERS = NatsProperties.PREFIX + ".servers";

	private final NatsProperties properties;

	NatsConnector(NatsProperties properties) {
		this.properties = properties;
	}

	Options.Builder options(@Nullable String service, @Nullable SslBundles bundles) {
		Options.Builder options = Options.builder()
			.connectionTimeout(this.properties.connectionTimeout())
			.maxReconnects(this.properties.maxReconnects())
			.reconnectWait(this.properties.reconnectWait());
		try {
			options.servers(this.properties.servers().toArray(String[]::new));
		}
		catch (IllegalArgumentException ex) {
			throw unusable("Must be addresses such as nats://localhost:4222.");
		}
		String name = (this.properties.connectionName() != null) ? this.properties.connectionName() : service;
		if (name != null) {
			options.connectionName(name);
		}
		if (this.properties.sslBundle() != null) {
			if (bundles == null) {
				throw new InvalidConfigurationPropertyValueException(NatsProperties.PREFIX + ".ssl-bundle",
						this.properties.sslBundle(),
						"There are no SSL bundles without Spring Boot's SslAutoConfiguration.");
			}
			options.sslContext(bundles.getBundle(this.properties.sslBundle()).createSslContext());
		}
		logIn(options);
		return options;
	}

	private void logIn(Options.Builder options) {
		String password = this.properties.password();
		if (this.properties.username() != null && password != null) {
			options.userInfo(this.properties.username().toCharArray(), password.toCharArray());
		}
		if (this.properties.token() != null) {
			options.token(this.properties.token().toCharArray());
		}
		if (this.properties.credentialsFile() != null) {
			options.credentialPath(this.properties.credentialsFile());
		}
	}

	Connection connect(Options options) {
		try {
			return Nats.connect(options);
		}
		catch (IOException ex) {
			throw unusable("None of these servers lets us in.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while connecting to NATS", ex);
		}
	}

	private InvalidConfigurationPropertyValueException unusable(String reason) {
		return new InvalidConfigurationPropertyValueException(SERVERS, shown(), reason);
	}

	/** Addresses may have credentials in them. */
	private List<String> shown() {
		return this.properties.servers().stream().map((server) -> server.replaceAll("(//|^)[^/]*@", "$1***@")).toList();
	}

}
