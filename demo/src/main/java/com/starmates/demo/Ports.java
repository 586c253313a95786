// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The port of each service, all on the loopback interface.
 */
final class Ports {

	private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

	Ports(ToIntFunction<Service> port) {
		Stream.of(Service.values()).forEach((service) -> this.ports.put(service, port.applyAsInt(service)));
	}

	/** Return ports that nobody uses. */
	static Ports free() throws IOException {
		try (ServerSocket one = socket(0); ServerSocket two = socket(0); ServerSocket three = socket(0)) {
			ServerSocket[] sockets = { one, two, three };
			return new Ports((service) -> sockets[service.ordinal()].getLocalPort());
		}
	}

	int of(Service service) {
		return this.ports.getOrDefault(service, service.defaultPort());
	}

	String url(Service service) {
		return "http://127.0.0.1:" + of(service);
	}

	/** Return whether somebody uses a port, on this interface or on all. */
	static boolean isTaken(int port) {
		return isAnswered(port) || !isBindable(port);
	}

	private static boolean isAnswered(int port) {
		try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isBindable(int port) {
		try (ServerSocket socket = socket(port)) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static ServerSocket socket(int port) throws IOException {
		ServerSocket socket = new ServerSocket();
		socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
		return socket;
	}

}
