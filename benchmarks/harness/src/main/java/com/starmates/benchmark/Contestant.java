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

	/** What compilers that rest may still do in a paced turn: some 3 µs a request. */
	private static final Duration REST = WARM_UP_TURN.dividedBy(100);

	/** Compilers rest if they did so for some turns; one may be chance. */
	private static final int RESTING_TURNS = 3;

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

	/**
	 * Send so many requests, and up to ten times as many until its compilers rest: under
	 * full load, which leaves them no time, and at the rate that is measured, which runs
	 * code of its own.
	 */
	void warmUp(int requests, int rate) throws IOException {
		long enough = this.sent + requests;
		long limit = this.sent + 10L * requests;
		int resting = 0;
		try (Jvm jvm = Jvm.of(this.server)) {
			while (this.sent < enough || (this.sent < limit && resting < RESTING_TURNS)) {
				this.sent += load(WARM_UP_TURN).getTotalCount();
				Duration before = jvm.compilationTime();
				this.sent += load(rate, WARM_UP_TURN).getTotalCount();
				boolean rests = jvm.compilationTime().minus(before).compareTo(REST) <= 0;
				resting = rests ? resting + 1 : 0;
			}
		}
	}

	/** Measure processor time under as many requests as it takes. */
	void saturate(Duration window) throws IOException, InterruptedException {
		Duration before = this.server.processorTime();
		long requests = load(window).getTotalCount();
		this.measured.saturated(microsPerRequest(before, requests));
	}

	/** Measure processor time and latencies at a rate that it keeps up with. */
	void pace(int rate, Duration window) throws IOException, InterruptedException {
		Duration before = this.server.processorTime();
		Histogram latencies = load(rate, window);
		this.measured.paced(microsPerRequest(before, latencies.getTotalCount()), latencies);
	}

	/** Measure allocation and memory. */
	void inspect(Duration window) throws IOException {
		long resident = this.server.residentBytes();
		try (Jvm jvm = Jvm.of(this.server)) {
			jvm.allocatedBytes();
			long before = jvm.allocatedBytes();
			long requests = load(window).getTotalCount();
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

	private Histogram load(Duration window) throws IOException {
		try (Load load = Load.open(this.server.port(), this.shape)) {
			return load.saturate(window);
		}
	}

	private Histogram load(int rate, Duration window) throws IOException {
		try (Load load = Load.open(this.server.port(), this.shape)) {
			return load.pace(rate, window);
		}
	}

	private double microsPerRequest(Duration before, long requests) throws InterruptedException {
		Thread.sleep(SETTLE_MILLIS);
		this.sent += requests;
		return this.server.processorTime().minus(before).toNanos() / 1e3 / requests;
	}

}
