// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has become of the items of one signal. Once the pipeline has ended, each item that
 * was offered has been exported, has failed or was dropped, and none of them twice.
 *
 * @since 1.0.0
 */
public final class SignalCounts implements ExportFollower {

	private static final Logger logger = LoggerFactory.getLogger(SignalCounts.class);

	private final Signal signal;

	private final LongAdder offered = new LongAdder();

	private final LongAdder refused = new LongAdder();

	private final LongAdder exported = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final AtomicLong rejected = new AtomicLong();

	private final AtomicBoolean told = new AtomicBoolean();

	private volatile LongSupplier queueSize = () -> 0;

	private volatile long queueCapacity;

	private volatile boolean ended;

	SignalCounts(Signal signal) {
		this.signal = signal;
	}

	/**
	 * Return what is counted.
	 * @return the signal
	 */
	public Signal signal() {
		return this.signal;
	}

	/** Somebody wants an item to be exported. On the way of every request. */
	void offered() {
		this.offered.increment();
	}

	/**
	 * Count an item for nothing: the application wants it not to be exported.
	 */
	public void withdrawn() {
		this.offered.decrement();
	}

	/** The queue has no room for so many items; said once, and counted always. */
	void refused(long items) {
		this.refused.add(items);
		if (this.told.compareAndSet(false, true)) {
			logger.warn("The queue of {} is full. What finds no room in it is lost, and counted; this is said once",
					this.signal);
		}
	}

	/**
	 * Count what a receiver has rejected of an export that is about to succeed.
	 * @param items how many items
	 */
	public void rejected(long items) {
		this.rejected.addAndGet(items);
	}

	/** What is thrown is counted, and thrown on. */
	@Override
	public CompletableResultCode follow(int items, Supplier<CompletableResultCode> export) {
		CompletableResultCode result = start(items, export);
		return result.whenComplete(() -> {
			if (result.isSuccess()) {
				exported(items);
			}
			else {
				failed(items);
			}
		});
	}

	private CompletableResultCode start(int items, Supplier<CompletableResultCode> export) {
		try {
			return export.get();
		}
		catch (RuntimeException | Error ex) {
			failed(items);
			throw ex;
		}
	}

	void exported(long items) {
		long lost = Math.min(this.rejected.getAndSet(0), items);
		if (!this.ended) {
			this.exported.add(items - lost);
			this.failed.add(lost);
		}
	}

	void failed(long items) {
		this.rejected.set(0);
		if (!this.ended) {
			this.failed.add(items);
		}
	}

	void queueSize(LongSupplier size) {
		this.queueSize = size;
	}

	void queueCapacity(long capacity) {
		this.queueCapacity = capacity;
	}

	/**
	 * From now on, all that is neither exported nor failed is lost. Where a receiver is
	 * away, that was said before, and what is under way may be lost as well.
	 */
	void end() {
		this.ended = true;
		long lost = dropped() - this.refused.sum();
		if (lost > 0) {
			logger.info("{} items of {} were not exported before the end, and are lost", lost, this.signal);
		}
	}

	/**
	 * Return how many items their receivers have accepted.
	 * @return the number
	 */
	public long exported() {
		return this.exported.sum();
	}

	/**
	 * Return how many items could not be sent, or were rejected.
	 * @return the number
	 */
	public long failed() {
		return this.failed.sum();
	}

	/**
	 * Return how many items were not even tried: the queue was full, or the end came.
	 * @return the number
	 */
	public long dropped() {
		long refusals = this.refused.sum();
		return this.ended ? Math.max(refusals, this.offered.sum() - exported() - failed()) : refusals;
	}

	/**
	 * Return whether items wait in a queue.
	 * @return {@code false} if they are exported as they come
	 */
	public boolean hasQueue() {
		return this.queueCapacity > 0;
	}

	/**
	 * Return how many items wait in the queue.
	 * @return the number
	 */
	public long queueSize() {
		return this.queueSize.getAsLong();
	}

	/**
	 * Return how many items may wait in the queue.
	 * @return the number, 0 if there is no queue
	 */
	public long queueCapacity() {
		return this.queueCapacity;
	}

}
