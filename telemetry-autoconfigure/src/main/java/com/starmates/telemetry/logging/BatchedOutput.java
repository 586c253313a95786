// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Stream that writes lines together while they come fast, and each at once while they do
 * not. Under load the call into the operating system costs more than the line itself; it
 * is then made once for many lines. Nothing is ever dropped: a full buffer is written by
 * whoever fills it, what could not be written stays, and from the moment on that the
 * process ends each line is written at once.
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

	private final byte[] held = new byte[CAPACITY];

	private final OutputStream target;

	private final BatchedOutputWriter writer;

	private final LongSupplier nanoTime;

	private int size;

	private long countedSince;

	private int lines;

	private boolean fast;

	private boolean ending;

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
		this.nanoTime = nanoTime;
		this.countedSince = nanoTime.getAsLong();
		this.writer = new BatchedOutputWriter(this, delay);
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
			if (comesFast() && !this.ending && length <= CAPACITY && this.writer.isAwake()) {
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
	 * @throws IOException if that fails
	 */
	@Override
	public void flush() throws IOException {
		this.lock.lock();
		try {
			writeHeld();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Write what is held, and close the target. Lines that come later are passed on.
	 * @throws IOException if that fails
	 */
	@Override
	public void close() throws IOException {
		this.writer.close();
		try {
			end();
		}
		finally {
			this.target.close();
		}
	}

	/** Write what is held, and from now on each line at once. */
	void end() throws IOException {
		this.lock.lock();
		try {
			this.ending = true;
			writeHeld();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Write what is held, for the writer; return whether there was anything. */
	boolean writeSoon() throws IOException {
		this.lock.lock();
		try {
			boolean any = this.size > 0;
			writeHeld();
			return any;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Return whether the writer may go: nothing is held that it would have to write. */
	boolean letWriterGo() {
		this.lock.lock();
		try {
			if (this.size == 0) {
				this.writer.gone();
			}
			return this.size == 0;
		}
		finally {
			this.lock.unlock();
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
		System.arraycopy(bytes, offset, this.held, this.size, length);
		this.size += length;
	}

	private void writeHeld() throws IOException {
		if (this.size > 0) {
			this.target.write(this.held, 0, this.size);
			this.size = 0;
			this.target.flush();
		}
	}

}
