// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;

import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;

/** A broker for AMQP 0-9-1 in this JVM, with the queues of {@code amqp-broker.json}. */
final class AmqpBroker implements AutoCloseable {

	private final SystemLauncher launcher = new SystemLauncher(
			new SystemLauncherListener.DefaultSystemLauncherListener());

	private final int port;

	AmqpBroker() throws Exception {
		this.port = freePort();
		String configuration = Objects.requireNonNull(AmqpBroker.class.getResource("/amqp-broker.json"))
			.toExternalForm();
		this.launcher.startup(Map.of("type", "Memory", "initialConfigurationLocation", configuration,
				"startupLoggedToSystemOut", false, "context", Map.of("roads.port", String.valueOf(this.port))));
	}

	private static int freePort() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() {
		this.launcher.shutdown();
	}

}
