// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes from the start of a process to its first answer, in seconds.
 */
final class StartUp {

	private StartUp() {
	}

	/** Start each variant some times, in turns; return the medians. */
	static Map<Variant, Double> measure(Settings settings, List<Variant> variants)
			throws IOException, InterruptedException {
		Map<Variant, List<Double>> seconds = new EnumMap<>(Variant.class);
		try (Receiver receiver = Receiver.start()) {
			for (int start = 0; start < settings.starts(); start++) {
				for (Variant variant : variants) {
					seconds.computeIfAbsent(variant, (key) -> new ArrayList<>())
						.add(start(variant, settings, receiver));
				}
			}
		}
		Map<Variant, Double> medians = new EnumMap<>(Variant.class);
		seconds.forEach((variant, figures) -> medians.put(variant, Medians.of(figures)));
		return medians;
	}

	private static double start(Variant variant, Settings settings, Receiver receiver)
			throws IOException, InterruptedException {
		long before = System.nanoTime();
		try (Server server = Server.start(variant, Shape.USUAL, settings, receiver)) {
			server.awaitReady();
			return (System.nanoTime() - before) / 1e9;
		}
	}

}
