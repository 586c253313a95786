// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Stream that writes lines together while they come fast, and each at once while they do
 * not. Under load the call into the operating system costs more than the line itself; it
 * is then made once for many lines. Lines are taken in while others are being written, so
 * that a target which is slow for a moment delays nobody while they come fast. Nothing is
 * ever dropped: who finds both buffers full waits, what could not be written stays, and
 * from the moment on that the process ends each line is written at once.
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

	private final Condition written = this.lock.newCondition();

	private final OutputStream target;

	private final BatchedOutputWriter writer;

	private final LongSupplier nanoTime;

	/** Takes lines in. */
	private byte[] held = new byte[CAPACITY];

	private int size;

	/** Being written, or what could not be written yet: older than what is held. */
	private byte[] leaving = new byte[CAPACITY];

	private int leavingSize;

	/** Writes what is leaving, without the lock. */
	private @Nullable Thread leader;

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
			if (!comesFast() || !isHeld(bytes, offset, length)) {
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
			writeAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Write what is held, for the writer; return whether there was anything. */
	boolean writeSoon() throws IOException {
		this.lock.lock();
		try {
			boolean any = !isEmpty();
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
			boolean empty = isEmpty();
			if (empty) {
				this.writer.gone();
			}
			return empty;
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

	/** Return whether the line waits now for others; there may have to be made room. */
	private boolean isHeld(byte[] bytes, int offset, int length) throws IOException {
		while (mayHold(length)) {
			if (this.size + length <= CAPACITY) {
				System.arraycopy(bytes, offset, this.held, this.size, length);
				this.size += length;
				return true;
			}
			makeRoom();
		}
		return false;
	}

	/** Leave a full buffer to the writer; if it has one already, wait, or do its work. */
	private void makeRoom() throws IOException {
		if (this.leavingSize == 0) {
			swap();
			this.writer.hurry();
		}
		else if (this.leader != null) {
			this.written.awaitUninterruptibly();
		}
		else {
			writeLeaving(this.leaving, this.leavingSize);
		}
	}

	/** What a leader's target itself says cannot wait for the leader. */
	private boolean mayHold(int length) {
		return !this.ending && length <= CAPACITY && this.leader != Thread.currentThread() && this.writer.isAwake();
	}

	private boolean isEmpty() {
		return this.size == 0 && this.leavingSize == 0;
	}

	/**
	 * Write what is held, after what is leaving. Others may add lines meanwhile; when
	 * this returns nobody else is writing, and nobody will while the lock stays held.
	 */
	private void writeHeld() throws IOException {
		if (this.leader == Thread.currentThread()) {
			return;
		}
		boolean older;
		do {
			while (this.leader != null) {
				this.written.awaitUninterruptibly();
			}
			older = this.leavingSize > 0;
			if (!older) {
				swap();
			}
			if (this.leavingSize > 0) {
				writeLeaving(this.leaving, this.leavingSize);
			}
		}
		while (older);
	}

	/** There is no next turn: what is younger is tried even if what is older failed. */
	private void writeAll() throws IOException {
		try {
			writeHeld();
		}
		finally {
			writeHeld();
		}
	}

	private void swap() {
		byte[] empty = this.leaving;
		this.leaving = this.held;
		this.leavingSize = this.size;
		this.held = empty;
		this.size = 0;
	}

	private void writeLeaving(byte[] bytes, int length) throws IOException {
		int unwritten = length;
		this.leader = Thread.currentThread();
		this.lock.unlock();
		try {
			this.target.write(bytes, 0, length);
			unwritten = 0;
			this.target.flush();
		}
		finally {
			lockAgain();
			this.leavingSize = unwritten;
			this.leader = null;
			this.written.signalAll();
		}
	}

	/** To wait for a lock takes memory, and without the lock everybody would wait. */
	private void lockAgain() {
		try {
			this.lock.lock();
		}
		catch (OutOfMemoryError ex) {
			while (!this.lock.tryLock()) {
				Thread.onSpinWait();
			}
		}
	}

}
