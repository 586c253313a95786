// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * What can be set with {@code -D}.
 *
 * @param home the directory of the project
 * @param ports where the services listen
 * @param receiverPort where the receiver listens, {@code 0} for any port
 * @param once whether to end after the story, instead of on Ctrl-C
 */
record DemoSettings(Path home, Ports ports, int receiverPort, boolean once) {

	private static final String RECEIVER_PORT = "demo.receiver.port";

	static DemoSettings of(Properties properties) {
		return new DemoSettings(Path.of(properties.getProperty("demo.home", "")),
				new Ports((service) -> port(properties, property(service), service.defaultPort())),
				port(properties, RECEIVER_PORT, 0), Boolean.parseBoolean(properties.getProperty("demo.once")));
	}

	/** Refuse ports that somebody uses. */
	void check() {
		for (Service service : Service.values()) {
			if (Ports.isTaken(this.ports.of(service))) {
				throw taken(this.ports.of(service), service.serviceName(), property(service));
			}
		}
		if (this.receiverPort > 0 && Ports.isTaken(this.receiverPort)) {
			throw taken(this.receiverPort, "the receiver", RECEIVER_PORT);
		}
	}

	/** Return the property that moves a service to another port. */
	static String property(Service service) {
		return "demo." + service.name().toLowerCase(Locale.ROOT) + ".port";
	}

	private static int port(Properties properties, String name, int defaultPort) {
		String value = properties.getProperty(name, Integer.toString(defaultPort));
		try {
			int port = Integer.parseInt(value);
			if (port >= 0 && port <= 65535) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// the same answer as for a number that is none of a port
		}
		throw new DemoException("-D" + name + "=" + value + " is not a port");
	}

	private static DemoException taken(int port, String user, String property) {
		return new DemoException("Port " + port + " is in use, " + user
				+ " cannot listen on it. Stop what uses it, or set -D" + property + "=<another port>.");
	}

}
