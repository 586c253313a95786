// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.Histogram;

/**
 * Sends requests over some connections, all from one thread.
 */
final class Load implements AutoCloseable {

	private static final long LONGEST_WAIT = TimeUnit.MICROSECONDS.toNanos(50);

	private static final long LIMIT = TimeUnit.SECONDS.toNanos(10);

	private final Selector selector;

	private final List<Connection> connections = new ArrayList<>();

	private final Deque<Connection> idle = new ArrayDeque<>();

	private final Requests requests;

	private Load(Selector selector, Requests requests) {
		this.selector = selector;
		this.requests = requests;
	}

	static Load open(int port, Shape shape) throws IOException {
		Load load = new Load(Selector.open(), new Requests(shape));
		for (int i = 0; i < shape.connections(); i++) {
			load.connections.add(Connection.open(port, load.selector));
		}
		load.idle.addAll(load.connections);
		return load;
	}

	/** Keep all connections busy. */
	Histogram saturate(Duration duration) throws IOException {
		return run(Pace.saturated(), duration);
	}

	/** Send so many requests a second. */
	Histogram pace(int perSecond, Duration duration) throws IOException {
		return run(Pace.steady(perSecond, System.nanoTime()), duration);
	}

	@Override
	public void close() throws IOException {
		for (Connection connection : this.connections) {
			connection.close();
		}
		this.selector.close();
	}

	/** Return the latencies in nanoseconds; their count is that of the requests. */
	private Histogram run(Pace pace, Duration duration) throws IOException {
		Histogram latencies = new Histogram(3);
		long end = System.nanoTime() + duration.toNanos();
		long due = send(pace, end);
		while (due < end || isBusy()) {
			await(due, end);
			receive(latencies);
			due = send(pace, end);
		}
		return latencies;
	}

	/** Send what is due; return when the next request is. */
	private long send(Pace pace, long end) throws IOException {
		long now = System.nanoTime();
		long due = pace.due(now);
		while (due <= now && due < end && !this.idle.isEmpty()) {
			this.idle.remove().send(this.requests.next(), due);
			pace.sent();
			due = pace.due(now);
		}
		return due;
	}

	private void await(long due, long end) throws IOException {
		long now = System.nanoTime();
		if (now > end + LIMIT) {
			throw new IOException("No response for 10 seconds");
		}
		if (due < end && !this.idle.isEmpty()) {
			LockSupport.parkNanos(Math.min(due - now, LONGEST_WAIT));
			this.selector.selectNow();
		}
		else {
			this.selector.select(10);
		}
	}

	private boolean isBusy() {
		return this.idle.size() < this.connections.size();
	}

	private void receive(Histogram latencies) throws IOException {
		for (SelectionKey key : this.selector.selectedKeys()) {
			Connection connection = (Connection) key.attachment();
			if (connection.receive()) {
				latencies.recordValue(System.nanoTime() - connection.due());
				this.idle.add(connection);
			}
		}
		this.selector.selectedKeys().clear();
	}

}
