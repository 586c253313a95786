// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.time.Duration;

import org.HdrHistogram.Histogram;

/**
 * A variant that runs, and what was measured of it.
 */
final class Contestant implements AutoCloseable {

	/** What export does after the last request belongs to the requests. */
	private static final long SETTLE_MILLIS = 300;

	private static final Duration WARM_UP_TURN = Duration.ofSeconds(2);

	/** What compilers that rest may still do in a turn. */
	private static final Duration REST = WARM_UP_TURN.dividedBy(20);

	private final Server server;

	private final Shape shape;

	private final Measurements measured = new Measurements();

	private long sent;

	private Contestant(Server server, Shape shape) {
		this.server = server;
		this.shape = shape;
	}

	static Contestant start(Variant variant, Shape shape, Settings settings, Receiver receiver)
			throws IOException, InterruptedException {
		Server server = Server.start(variant, shape, settings, receiver);
		try {
			server.awaitReady();
			return new Contestant(server, shape);
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	/** Send so many requests, and up to ten times as many until its compilers rest. */
	void warmUp(int requests) throws IOException {
		long enough = this.sent + requests;
		long limit = this.sent + 10L * requests;
		try (Jvm jvm = Jvm.of(this.server)) {
			Duration compiled = WARM_UP_TURN;
			while (this.sent < enough || (this.sent < limit && compiled.compareTo(REST) > 0)) {
				Duration before = jvm.compilationTime();
				this.sent += load(WARM_UP_TURN);
				compiled = jvm.compilationTime().minus(before);
			}
		}
	}

	/** Measure processor time under as many requests as it takes. */
	void saturate(Duration window) throws IOException, InterruptedException {
		Duration before = this.server.processorTime();
		long requests = load(window);
		this.measured.saturated(microsPerRequest(before, requests));
	}

	/** Measure processor time and latencies at a rate that it keeps up with. */
	void pace(int rate, Duration window) throws IOException, InterruptedException {
		Duration before = this.server.processorTime();
		try (Load load = Load.open(this.server.port(), this.shape)) {
			Histogram latencies = load.pace(rate, window);
			this.measured.paced(microsPerRequest(before, latencies.getTotalCount()), latencies);
		}
	}

	/** Measure allocation and memory. */
	void inspect(Duration window) throws IOException {
		long resident = this.server.residentBytes();
		try (Jvm jvm = Jvm.of(this.server)) {
			jvm.allocatedBytes();
			long before = jvm.allocatedBytes();
			long requests = load(window);
			this.sent += requests;
			double allocated = (double) (jvm.allocatedBytes() - before) / requests;
			this.measured.memory(allocated, resident, jvm.liveBytes());
		}
	}

	Server server() {
		return this.server;
	}

	Variant variant() {
		return this.server.variant();
	}

	/** Return how many requests it got. */
	long sent() {
		return this.sent;
	}

	/** Return what is known of it so far. */
	Measurements measured() {
		return this.measured;
	}

	@Override
	public void close() {
		this.server.close();
	}

	private long load(Duration window) throws IOException {
		try (Load load = Load.open(this.server.port(), this.shape)) {
			return load.saturate(window).getTotalCount();
		}
	}

	private double microsPerRequest(Duration before, long requests) throws InterruptedException {
		Thread.sleep(SETTLE_MILLIS);
		this.sent += requests;
		return this.server.processorTime().minus(before).toNanos() / 1e3 / requests;
	}

}
