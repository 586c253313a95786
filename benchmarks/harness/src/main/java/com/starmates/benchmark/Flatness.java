// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Whether what the library costs stays the same with many routes, with one connection and
 * with many, and with many headers.
 */
final class Flatness {

	private static final List<Shape> SHAPES = List.of(Shape.USUAL, new Shape(499, 32, 0), new Shape(0, 1, 0),
			new Shape(0, 1_000, 0), new Shape(0, 32, 20));

	private Flatness() {
	}

	static String measure(Settings settings) throws IOException, InterruptedException {
		StringBuilder report = new StringBuilder("""
				| load | bare, saturated, µs | ours over bare, saturated | ours over bare, paced |
				| --- | ---: | ---: | ---: |
				""");
		for (Shape shape : SHAPES) {
			Progress.say(shape.toString());
			try (Contest contest = Contest.run(settings, List.of(Variant.BARE, Variant.OURS), shape)) {
				String line = line(shape, contest.contestants().get(0).measured(),
						contest.contestants().get(1).measured());
				Progress.say(line.strip());
				report.append(line);
			}
		}
		return report.toString();
	}

	private static String line(Shape shape, Measurements bare, Measurements ours) {
		return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", shape, Medians.of(bare.saturated()),
				Medians.over(bare.saturated(), ours.saturated()), Medians.over(bare.paced(), ours.paced()));
	}

}
