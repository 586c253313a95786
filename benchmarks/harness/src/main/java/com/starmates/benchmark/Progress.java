// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tells whoever waits how far it is.
 */
final class Progress {

	private Progress() {
	}

	static void say(String what) {
		System.out.println(what);
	}

	/** Return the figures of the last round. */
	static String round(List<Contestant> contestants) {
		return contestants.stream()
			.map((one) -> String.format(Locale.ROOT, "%s %.1f / %.1f µs", one.variant().label(),
					last(one.measured().saturated()), last(one.measured().paced())))
			.collect(Collectors.joining(", "));
	}

	private static double last(List<Double> figures) {
		return figures.get(figures.size() - 1);
	}

}
