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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
		ProcessBuilder builder = new ProcessBuilder(command(variant, home)).redirectErrorStream(true)
			.redirectOutput(lines.toFile());
		builder.environment().putAll(environment(variant, shape, port, receiver));
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

	private static List<String> command(Variant variant, Path home) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		if (variant == Variant.AGENT) {
			command.add("-javaagent:" + home.resolve("harness/target/opentelemetry-javaagent.jar"));
		}
		command.addAll(List.of("-Xms384m", "-Xmx384m", "-jar", variant.jar(home).toString()));
		return command;
	}

	/** The same for all, each in the words that it understands. */
	private static Map<String, String> environment(Variant variant, Shape shape, int port, Receiver receiver) {
		return Map.ofEntries(Map.entry("SERVER_PORT", Integer.toString(port)),
				Map.entry("SERVER_TOMCAT_MAXKEEPALIVEREQUESTS", "-1"),
				Map.entry("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus"),
				Map.entry("BENCHMARK_ROUTES", Integer.toString(shape.routes())),
				Map.entry("BENCHMARK_ACCESSLOG", Boolean.toString(variant != Variant.OURS)),
				Map.entry((variant != Variant.OURS) ? "LOGGING_CONFIG" : "UNUSED", "classpath:logback-peers.xml"),
				Map.entry("OTEL_SERVICE_NAME", variant.label()), Map.entry("OTEL_TRACES_SAMPLER", "always_on"),
				Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint()),
				Map.entry("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
				Map.entry("OTEL_METRIC_EXPORT_INTERVAL", "10000"), Map.entry("OTEL_LOGS_EXPORTER", "none"),
				Map.entry("OTEL_BSP_MAX_QUEUE_SIZE", "16384"));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

}
