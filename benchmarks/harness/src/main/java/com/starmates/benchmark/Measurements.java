// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;

/**
 * What was measured of a variant.
 */
final class Measurements {

	private final List<Double> saturated = new ArrayList<>();

	private final List<Double> paced = new ArrayList<>();

	private final Histogram latencies = new Histogram(3);

	private double allocatedBytes;

	private long residentBytes;

	private long liveBytes;

	void saturated(double micros) {
		this.saturated.add(micros);
	}

	void paced(double micros, Histogram latencies) {
		this.paced.add(micros);
		this.latencies.add(latencies);
	}

	void memory(double allocatedBytes, long residentBytes, long liveBytes) {
		this.allocatedBytes = allocatedBytes;
		this.residentBytes = residentBytes;
		this.liveBytes = liveBytes;
	}

	/** Return microseconds a request, one figure a round. */
	List<Double> saturated() {
		return this.saturated;
	}

	/** Return microseconds a request, one figure a round. */
	List<Double> paced() {
		return this.paced;
	}

	/** Return nanoseconds at the paced rate. */
	Histogram latencies() {
		return this.latencies;
	}

	/** Return what a request allocates. */
	double allocatedBytes() {
		return this.allocatedBytes;
	}

	long residentBytes() {
		return this.residentBytes;
	}

	/** Return the heap that is left after a collection. */
	long liveBytes() {
		return this.liveBytes;
	}

}
