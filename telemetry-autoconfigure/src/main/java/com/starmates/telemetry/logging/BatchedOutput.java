// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Stream that writes lines together while they come fast, and each at once while they do
 * not. Under load the call into the operating system costs more than the line itself; it
 * is then made once for many lines. Nothing is ever dropped: a full buffer is written by
 * whoever fills it.
 *
 * @since 1.0.0
 */
public final class BatchedOutput extends OutputStream {

	/** What one call can take: about a hundred lines. */
	private static final int CAPACITY = 64 * 1024;

	/** Lines come fast from a thousand a second on. */
	private static final int FAST_LINES = 20;

	private static final long FAST_NANOS = Duration.ofMillis(20).toNanos();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition holding = this.lock.newCondition();

	private final byte[] held = new byte[CAPACITY];

	private final OutputStream target;

	private final long delayNanos;

	private final LongSupplier nanoTime;

	private int size;

	private long countedSince;

	private int lines;

	private boolean fast;

	private boolean closed;

	private @Nullable Thread writer;

	private @Nullable IOException failure;

	/**
	 * Create a stream in front of another one.
	 * @param target where the lines go
	 * @param delay how long a line waits at most for others
	 */
	public BatchedOutput(OutputStream target, Duration delay) {
		this(target, delay, System::nanoTime);
	}

	BatchedOutput(OutputStream target, Duration delay, LongSupplier nanoTime) {
		this.target = target;
		this.delayNanos = delay.toNanos();
		this.nanoTime = nanoTime;
		this.countedSince = nanoTime.getAsLong();
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	/**
	 * Write one line, now or soon.
	 * @param bytes holds the line
	 * @param offset where it begins
	 * @param length how long it is
	 * @throws IOException if this line, or one that was held before, cannot be written
	 */
	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.lock.lock();
		try {
			report();
			if (comesFast() && !this.closed && length <= CAPACITY) {
				hold(bytes, offset, length);
			}
			else {
				writeHeld();
				this.target.write(bytes, offset, length);
				this.target.flush();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Write what is held.
	 * @throws IOException if that fails, or has failed before
	 */
	@Override
	public void flush() throws IOException {
		this.lock.lock();
		try {
			report();
			writeHeld();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Write what is held, and close the target. Lines that come later are passed on.
	 * @throws IOException if that fails, or has failed before
	 */
	@Override
	public void close() throws IOException {
		this.lock.lock();
		try {
			this.closed = true;
			this.holding.signal();
			flush();
		}
		finally {
			this.lock.unlock();
			this.target.close();
		}
	}

	/** Count lines over short whiles; what was fast stays so for the next while. */
	private boolean comesFast() {
		long now = this.nanoTime.getAsLong();
		long elapsed = now - this.countedSince;
		if (elapsed >= FAST_NANOS) {
			this.fast = this.lines >= FAST_LINES && elapsed < 2 * FAST_NANOS;
			this.countedSince = now;
			this.lines = 0;
		}
		return ++this.lines > FAST_LINES || this.fast;
	}

	private void hold(byte[] bytes, int offset, int length) throws IOException {
		if (this.size + length > CAPACITY) {
			writeHeld();
		}
		if (this.size == 0) {
			awake();
		}
		System.arraycopy(bytes, offset, this.held, this.size, length);
		this.size += length;
	}

	private void awake() {
		if (this.writer == null) {
			this.writer = new Thread(this::writeSoon, "telemetry-log-writer");
			this.writer.setDaemon(true);
			this.writer.start();
		}
		this.holding.signal();
	}

	private void writeHeld() throws IOException {
		if (this.size > 0) {
			int length = this.size;
			this.size = 0;
			this.target.write(this.held, 0, length);
			this.target.flush();
		}
	}

	private void writeSoon() {
		while (awaitLines()) {
			LockSupport.parkNanos(this.delayNanos);
			this.lock.lock();
			try {
				writeHeld();
			}
			catch (IOException ex) {
				this.failure = ex;
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/** Return {@code false} if there will be no more. */
	private boolean awaitLines() {
		this.lock.lock();
		try {
			while (this.size == 0 && !this.closed) {
				this.holding.awaitUninterruptibly();
			}
			return !this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Tell whoever comes next what the writer met. */
	private void report() throws IOException {
		IOException cause = this.failure;
		if (cause != null) {
			this.failure = null;
			throw new IOException("Lines could not be written", cause);
		}
	}

}
