// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Medians, which one disturbed round does not move.
 */
final class Medians {

	private Medians() {
	}

	static double of(List<Double> figures) {
		List<Double> sorted = figures.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	/** Return the median of the differences, round by round. */
	static double over(List<Double> base, List<Double> figures) {
		return of(
				IntStream.range(0, figures.size()).mapToObj((round) -> figures.get(round) - base.get(round)).toList());
	}

}
