// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lines of requests that are below the level of their loggers, until it is
 * known whether anybody wants them. A {@link LogBufferFilter} hands them over; each
 * request has a buffer of its own, which goes with its OpenTelemetry {@link Context}. All
 * of them share one limit. For any number of threads.
 *
 * @since 1.0.0
 */
public final class LogBuffers {

	private final ContextKey<LogBuffer> key = ContextKey.named("com.starmates.telemetry.log-buffer");

	private final AtomicLong held = new AtomicLong();

	private final Level level;

	private final long maxRequestBytes;

	private final long maxTotalBytes;

	/**
	 * Create buffers.
	 * @param level lines below it are not kept
	 * @param maxRequestBytes how many bytes the lines of one request may take, about
	 * @param maxTotalBytes how many bytes the lines of all requests may take, about
	 */
	public LogBuffers(Level level, long maxRequestBytes, long maxTotalBytes) {
		this.level = level;
		this.maxRequestBytes = maxRequestBytes;
		this.maxTotalBytes = maxTotalBytes;
	}

	/**
	 * Begin to keep the lines of a request.
	 * @param parent the context that the request is to have
	 * @return the parent with a buffer, which must be ended
	 */
	public Context open(Context parent) {
		return parent.with(this.key, new LogBuffer(this));
	}

	/**
	 * End the buffer of the current context, and give its memory back. Lines that come
	 * later are not kept.
	 * @param write whether to write the lines first
	 */
	public void end(boolean write) {
		LogBuffer buffer = current();
		if (buffer != null) {
			buffer.end(write);
		}
	}

	/**
	 * Return how much is kept.
	 * @return the bytes that all lines take, about
	 */
	public long heldBytes() {
		return this.held.get();
	}

	Level level() {
		return this.level;
	}

	long maxRequestBytes() {
		return this.maxRequestBytes;
	}

	/** Return the buffer that is current, open or not. */
	@Nullable LogBuffer current() {
		return Context.current().get(this.key);
	}

	/** Take some of the memory that is left; return whether there was enough. */
	boolean reserve(long bytes) {
		long taken = this.held.get();
		while (taken + bytes <= this.maxTotalBytes) {
			if (this.held.compareAndSet(taken, taken + bytes)) {
				return true;
			}
			taken = this.held.get();
		}
		return false;
	}

	void release(long bytes) {
		this.held.addAndGet(-bytes);
	}

}
