// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long it takes from the start of a process to its first answer.
 */
final class StartUp {

	private final Map<Variant, Double> seconds;

	private StartUp(Map<Variant, Double> seconds) {
		this.seconds = seconds;
	}

	/** Start each variant some times, in turns of another order each. */
	static StartUp measure(Settings settings) throws IOException, InterruptedException {
		Map<Variant, List<Double>> seconds = new EnumMap<>(Variant.class);
		List<Variant> turns = new ArrayList<>(variants(settings));
		try (Receiver receiver = Receiver.start()) {
			for (int start = 0; start < settings.starts(); start++) {
				Collections.shuffle(turns);
				for (Variant variant : turns) {
					seconds.computeIfAbsent(variant, (key) -> new ArrayList<>())
						.add(start(variant, settings, receiver));
				}
			}
		}
		Map<Variant, Double> medians = new EnumMap<>(Variant.class);
		seconds.forEach((variant, figures) -> medians.put(variant, Medians.of(figures)));
		return new StartUp(medians);
	}

	/** Return the medians, as a table in Markdown. */
	@Override
	public String toString() {
		double actuator = this.seconds.getOrDefault(Variant.ACTUATOR, Double.NaN);
		return """
				| start-up, from process to first answer | seconds | over actuator |
				| --- | ---: | ---: |
				%s""".formatted(this.seconds.entrySet()
			.stream()
			.map((entry) -> String.format(Locale.ROOT, "| %s | %.2f | %+.0f %% |%n", entry.getKey().label(),
					entry.getValue(), 100 * (entry.getValue() / actuator - 1)))
			.collect(Collectors.joining()));
	}

	private static Set<Variant> variants(Settings settings) {
		Set<Variant> variants = EnumSet.copyOf(settings.variants());
		variants.add(Variant.ACTUATOR);
		variants.add(Variant.BOOT_ACTUATOR);
		return variants;
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
