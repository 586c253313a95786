// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs what the settings say, prints the report and writes it to a file.
 *
 * @since 1.0.0
 */
public final class Benchmark {

	private Benchmark() {
	}

	/**
	 * Run the benchmark.
	 * @param arguments none; what can be set is set with {@code -Dbenchmark.…}
	 * @throws IOException if a variant fails
	 * @throws InterruptedException if it is interrupted
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Settings settings = Settings.of(System.getProperties());
		for (Variant variant : Variant.values()) {
			Installation.of(variant, settings.home());
		}
		String report = switch (settings.mode()) {
			case OVERHEAD -> overhead(settings);
			case START -> StartUp.measure(settings).toString();
			case FLAT -> Flatness.measure(settings);
			case SOAK -> Soak.run(settings);
		};
		Path file = settings.home()
			.resolve("harness/target/" + settings.mode().name().toLowerCase(Locale.ROOT) + ".md");
		Files.writeString(file, report);
		Progress.say("\n" + report + "\nalso in " + file);
	}

	private static String overhead(Settings settings) throws IOException, InterruptedException {
		try (Contest contest = Contest.run(settings, settings.variants(), Shape.USUAL)) {
			return new OverheadReport(contest.contestants(), StartUp.measure(settings)).toString();
		}
	}

}
