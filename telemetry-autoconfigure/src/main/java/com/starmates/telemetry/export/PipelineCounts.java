// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has become of the items of all signals that are exported.
 *
 * @since 1.0.0
 */
public final class PipelineCounts {

	private final Map<Signal, SignalCounts> all = Arrays.stream(Signal.values())
		.collect(Collectors.toMap(Function.identity(), SignalCounts::new, (one, other) -> one,
				() -> new EnumMap<>(Signal.class)));

	private final List<SignalCounts> open = new ArrayList<>();

	private final List<Consumer<SignalCounts>> listeners = new ArrayList<>();

	/**
	 * Return the counts of a signal, whether it is exported or not.
	 * @param signal the signal
	 * @return its counts, the same each time
	 */
	public SignalCounts of(Signal signal) {
		SignalCounts counts = this.all.get(signal);
		if (counts == null) {
			throw new IllegalArgumentException("'signal' is not one of those that are exported: " + signal);
		}
		return counts;
	}

	/**
	 * Say that a signal is exported.
	 * @param signal the signal
	 * @param queueCapacity how many items may wait, 0 if none does
	 */
	public synchronized void open(Signal signal, long queueCapacity) {
		SignalCounts counts = of(signal);
		counts.queueCapacity(queueCapacity);
		if (!this.open.contains(counts)) {
			this.open.add(counts);
			this.listeners.forEach((listener) -> listener.accept(counts));
		}
	}

	/**
	 * Return the signals that are exported.
	 * @return their counts
	 */
	public synchronized List<SignalCounts> open() {
		return this.open.stream().sorted((one, other) -> one.signal().compareTo(other.signal())).toList();
	}

	/**
	 * Return whether a signal is exported.
	 * @param signal the signal
	 * @return {@code true} once it was said so
	 */
	public synchronized boolean isOpen(Signal signal) {
		return this.open.contains(of(signal));
	}

	/** Tell of each signal that is exported, and of each that will be. */
	synchronized void forEach(Consumer<SignalCounts> listener) {
		this.open.forEach(listener);
		this.listeners.add(listener);
	}

	/**
	 * Say that nothing is exported any more. What still waits is lost.
	 */
	public synchronized void end() {
		this.open.forEach(SignalCounts::end);
	}

}
