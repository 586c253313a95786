// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Writes what a {@link BatchedOutput} holds, in turns, on a thread that is there only
 * while lines come fast; and makes the output hold nothing more when the process ends.
 */
final class BatchedOutputWriter {

	/** After so many turns without a line the thread goes. */
	private static final int IDLE_TURNS = 100;

	private final BatchedOutput output;

	private final long delayNanos;

	private final Thread atExit;

	private volatile @Nullable Thread thread;

	private boolean hooked;

	private volatile boolean closed;

	BatchedOutputWriter(BatchedOutput output, Duration delay) {
		this.output = output;
		this.delayNanos = delay.toNanos();
		this.atExit = thread(this::end, "telemetry-log-exit");
	}

	/**
	 * Return whether the thread is there, or could be started: neither a process that
	 * ends nor one that has all the threads it may have gets one. The lock of the output
	 * must be held.
	 */
	boolean isAwake() {
		return this.thread != null || start();
	}

	/** Have what is held written now. */
	void hurry() {
		LockSupport.unpark(this.thread);
	}

	/** The thread is gone. The lock of the output must be held. */
	void gone() {
		this.thread = null;
	}

	void close() {
		this.closed = true;
		hurry();
		try {
			Runtime.getRuntime().removeShutdownHook(this.atExit);
		}
		catch (IllegalStateException ex) {
			// the process is ending already
		}
	}

	private boolean start() {
		try {
			if (!this.hooked) {
				Runtime.getRuntime().addShutdownHook(this.atExit);
				this.hooked = true;
			}
			Thread started = thread(this::write, "telemetry-log-writer");
			started.start();
			this.thread = started;
			return true;
		}
		catch (IllegalStateException | OutOfMemoryError ex) {
			return false;
		}
	}

	private void write() {
		int idleTurns = 0;
		do {
			Thread.interrupted();
			LockSupport.parkNanos(this.delayNanos);
			idleTurns = hasWritten() ? 0 : idleTurns + 1;
		}
		while ((idleTurns < IDLE_TURNS && !this.closed) || !this.output.letWriterGo());
	}

	/** What could not be written is still held: for the next turn, or the next line. */
	private boolean hasWritten() {
		try {
			return this.output.writeSoon();
		}
		catch (Throwable ex) {
			return true;
		}
	}

	private void end() {
		try {
			this.output.end();
		}
		catch (IOException ex) {
			// nobody is left to be told
		}
	}

	/** Of nobody's: it must not keep what the thread that starts it has. */
	private static Thread thread(Runnable task, String name) {
		Thread thread = new Thread(null, task, name, 0, false);
		thread.setDaemon(true);
		thread.setContextClassLoader(null);
		return thread;
	}

}
