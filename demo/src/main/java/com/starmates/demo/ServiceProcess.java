// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A service as a process of its own.
 */
final class ServiceProcess implements AutoCloseable {

	/** The contract's ten seconds, and a little for the machine. */
	private static final Duration STOP_LIMIT = Duration.ofSeconds(12);

	private static final int LINES_TO_QUOTE = 15;

	private final Service service;

	private final Process process;

	private final Output output;

	private final Output errors;

	private ServiceProcess(Service service, Process process) {
		this.service = service;
		this.process = process;
		this.output = new Output(service + "-output", process.getInputStream());
		this.errors = new Output(service + "-errors", process.getErrorStream());
	}

	static ServiceProcess start(Service service, ServiceCommand command) {
		try {
			return new ServiceProcess(service, command.of(service).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Service service() {
		return this.service;
	}

	/** Return what it writes to standard output. */
	Output output() {
		return this.output;
	}

	/** Return what it writes to standard error: nothing, if all is well. */
	Output errors() {
		return this.errors;
	}

	/** Return the log lines that bear an id; none bears the empty one. */
	List<LogLine> lines(String trackingId) {
		return this.output.lines()
			.stream()
			.filter((line) -> !trackingId.isEmpty() && line.trackingId().equals(trackingId))
			.toList();
	}

	/** Wait until it answers. */
	void awaitReady(Http http, Duration limit) throws InterruptedException {
		long deadline = System.nanoTime() + limit.toNanos();
		while (!http.isHealthy(this.service)) {
			if (this.process.waitFor(100, TimeUnit.MILLISECONDS)) {
				throw new DemoException(this.service.serviceName() + " ended while it started: " + lastWords());
			}
			if (System.nanoTime() > deadline) {
				throw new DemoException(
						this.service.serviceName() + " is not ready after " + limit.toSeconds() + " s: " + lastWords());
			}
		}
	}

	/** Ask it to end, as an orchestrator does. */
	void terminate() {
		this.process.destroy();
	}

	/** Wait until it has ended; return whether it has. */
	boolean awaitExit(Duration limit) throws InterruptedException {
		boolean ended = this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
		this.output.awaitEnd(Duration.ofSeconds(1));
		return ended;
	}

	CompletableFuture<Process> onExit() {
		return this.process.onExit();
	}

	@Override
	public void close() {
		terminate();
		try {
			if (!awaitExit(STOP_LIMIT)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private String lastWords() {
		List<String> words = Stream.concat(this.errors.lines().stream(), this.output.lines().stream())
			.map(LogLine::text)
			.toList();
		return String.join(System.lineSeparator(),
				words.subList(Math.max(0, words.size() - LINES_TO_QUOTE), words.size()));
	}

}
