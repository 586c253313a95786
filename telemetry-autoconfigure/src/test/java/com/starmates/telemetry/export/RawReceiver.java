// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A receiver that does with its connections what no HTTP server would.
 */
final class RawReceiver implements AutoCloseable {

	private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	/** Create one that has a conversation on each connection, the last on all further. */
	RawReceiver(Conversation... conversations) throws IOException {
		this.threads.submit(() -> {
			while (true) {
				Socket connection = this.server.accept();
				Conversation next = conversations[Math.min(this.connections.size(), conversations.length - 1)];
				this.connections.add(connection);
				this.threads.submit(() -> {
					next.hold(connection);
					return null;
				});
			}
		});
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getLocalPort() + "/v1/traces");
	}

	int connections() {
		return this.connections.size();
	}

	/** Read a request to its end. */
	static void read(Socket connection) throws IOException {
		InputStream in = connection.getInputStream();
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) in.read());
		}
		in.readNBytes(Integer.parseInt(head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1")));
	}

	static void write(Socket connection, String text) throws IOException {
		connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() throws IOException {
		this.threads.shutdownNow();
		this.server.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	/**
	 * What happens on a connection.
	 */
	interface Conversation {

		void hold(Socket connection) throws Exception;

	}

}
