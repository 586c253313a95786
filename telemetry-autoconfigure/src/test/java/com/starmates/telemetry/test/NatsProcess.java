// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A real nats-server with JetStream on a port of its own. What it has stored is there
 * again after {@link #kill()} and {@link #start()}.
 */
public final class NatsProcess implements AutoCloseable {

	private final String program;

	private final Path directory;

	private final int port;

	private @Nullable Process process;

	public NatsProcess() {
		this.program = String.valueOf(find());
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.directory = Files.createTempDirectory("nats");
			this.port = free.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start();
	}

	/** Return where the program is, or {@code null} if it is not on this machine. */
	static @Nullable String find() {
		String path = System.getenv("PATH") + File.pathSeparator + System.getProperty("user.home") + "/go/bin";
		return Stream
			.concat(Stream.ofNullable(System.getenv("NATS_SERVER")),
					Arrays.stream(path.split(File.pathSeparator)).map((folder) -> folder + "/nats-server"))
			.filter((file) -> Files.isExecutable(Path.of(file)))
			.findFirst()
			.orElse(null);
	}

	public String url() {
		return "nats://127.0.0.1:" + this.port;
	}

	public void start() {
		ProcessBuilder builder = new ProcessBuilder(this.program, "-a", "127.0.0.1", "-p", String.valueOf(this.port),
				"-js", "-sd", this.directory.toString());
		builder.redirectErrorStream(true).redirectOutput(this.directory.resolve("log").toFile());
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(this::answers);
	}

	private boolean answers() throws Exception {
		try (Connection connection = Nats
			.connect(Options.builder().server(url()).noReconnect().errorListener(new Quiet()).build())) {
			return connection.getServerInfo().isJetStreamAvailable();
		}
	}

	/** End the server as a machine that loses its power would. */
	public void kill() {
		if (this.process != null) {
			this.process.destroyForcibly();
			try {
				this.process.waitFor(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void close() {
		kill();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Says nothing of attempts. */
	private static final class Quiet implements io.nats.client.ErrorListener {

	}

}
