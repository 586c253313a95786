// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * The lines that are kept of one request, in the order in which they came. Where there is
 * no room for one, the oldest go.
 */
final class LogBuffer {

	private final LogBuffers owner;

	private Deque<BufferedEvent> lines = new ArrayDeque<>(0);

	private long bytes;

	private int lost;

	private volatile boolean ended;

	LogBuffer(LogBuffers owner) {
		this.owner = owner;
	}

	boolean isOpen() {
		return !this.ended;
	}

	/** Keep a line; one that could not be copied is lost. */
	synchronized void add(@Nullable BufferedEvent line) {
		if (this.ended) {
			return;
		}
		if (line == null || !makeRoom(line.bytes())) {
			this.lost++;
			return;
		}
		this.lines.add(line);
		this.bytes += line.bytes();
	}

	/** What appenders log meanwhile is not kept. */
	void end(boolean write) {
		Deque<BufferedEvent> kept = close();
		try {
			if (write && !kept.isEmpty()) {
				kept.element().tellLost(this.lost);
				kept.forEach(BufferedEvent::write);
			}
		}
		finally {
			this.owner.release(this.bytes);
			this.bytes = 0;
		}
	}

	private synchronized Deque<BufferedEvent> close() {
		Deque<BufferedEvent> kept = this.lines;
		this.lines = new ArrayDeque<>(0);
		this.ended = true;
		return kept;
	}

	private boolean makeRoom(long wanted) {
		if (wanted > this.owner.maxRequestBytes()) {
			return false;
		}
		while (this.bytes + wanted > this.owner.maxRequestBytes()) {
			dropOldest();
		}
		while (!this.owner.reserve(wanted)) {
			if (this.lines.isEmpty()) {
				return false;
			}
			dropOldest();
		}
		return true;
	}

	private void dropOldest() {
		long freed = this.lines.remove().bytes();
		this.bytes -= freed;
		this.owner.release(freed);
		this.lost++;
	}

}
