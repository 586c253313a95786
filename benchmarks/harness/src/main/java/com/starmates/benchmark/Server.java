// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A variant as a process of its own, which writes its lines to a file.
 */
final class Server implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private static final HttpClient http = HttpClient.newHttpClient();

	private final Variant variant;

	private final int port;

	private final Path lines;

	private final Process process;

	private Server(Variant variant, int port, Path lines, Process process) {
		this.variant = variant;
		this.port = port;
		this.lines = lines;
		this.process = process;
	}

	static Server start(Variant variant, Shape shape, Settings settings, Receiver receiver) throws IOException {
		Path home = settings.home();
		Path lines = Files.createDirectories(home.resolve("harness/target/lines")).resolve(variant.label() + ".log");
		int port = freePort();
		ProcessBuilder builder = ServerCommand.of(variant, home)
			.redirectErrorStream(true)
			.redirectOutput(lines.toFile());
		builder.environment().putAll(ServerCommand.environment(variant, shape, port, receiver));
		return new Server(variant, port, lines, builder.start());
	}

	/** Wait for the first answer. */
	void awaitReady() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri("/ready")).build();
		long limit = System.nanoTime() + START_LIMIT.toNanos();
		while (!isAnswered(request)) {
			if (System.nanoTime() > limit || this.process.waitFor(5, TimeUnit.MILLISECONDS)) {
				throw new IOException(this.variant.label() + " does not start, see " + this.lines);
			}
		}
	}

	/** Return what it serves as text. */
	String get(String path) throws IOException, InterruptedException {
		return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()).body();
	}

	Variant variant() {
		return this.variant;
	}

	int port() {
		return this.port;
	}

	long pid() {
		return this.process.pid();
	}

	Path lines() {
		return this.lines;
	}

	/** Return what processor time it has taken so far. */
	Duration processorTime() {
		return this.process.info()
			.totalCpuDuration()
			.orElseThrow(() -> new IllegalStateException("This system does not tell a process's time"));
	}

	/** Return its resident memory in bytes, as Linux tells it. */
	long residentBytes() throws IOException {
		return RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid()), "status")))
			.results()
			.mapToLong((match) -> Long.parseLong(match.group(1)) * 1024)
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static boolean isAnswered(HttpRequest request) throws InterruptedException {
		try {
			http.send(request, BodyHandlers.discarding());
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

}
