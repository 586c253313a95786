// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What can be set with {@code -D}.
 *
 * @param home the directory that holds the variants' modules
 * @param mode what to measure
 * @param variants what to compare; the first is what the others are compared with
 * @param rounds how often each variant has its turn
 * @param window how long a turn is
 * @param warmUp how many requests each variant gets before, at least
 * @param rate requests a second of the paced load
 * @param starts how often each variant is started to time it
 */
record Settings(Path home, Mode mode, List<Variant> variants, int rounds, Duration window, int warmUp, int rate,
		int starts) {

	static Settings of(Properties properties) {
		Source source = new Source(properties);
		return new Settings(Path.of(source.text("home", "benchmarks")).normalize(),
				Mode.valueOf(source.text("mode", "overhead").toUpperCase(Locale.ROOT)),
				Stream.of(source.text("variants", "bare,boot,otel-starter,agent,ours").split(","))
					.map(Variant::of)
					.toList(),
				source.number("rounds", 7), Duration.ofSeconds(source.number("seconds", 4)),
				source.number("warm-up", 250_000), source.number("rate", 3_000), source.number("starts", 5));
	}

	/** What to measure. */
	enum Mode {

		/** All variants against each other. */
		OVERHEAD,

		/** How long they take to start, alone. */
		START,

		/** Whether routes, connections and headers matter. */
		FLAT,

		/** Whether anything is lost or grows in a long run. */
		SOAK

	}

	private record Source(Properties properties) {

		String text(String name, String otherwise) {
			return this.properties.getProperty("benchmark." + name, otherwise);
		}

		int number(String name, int otherwise) {
			String value = text(name, Integer.toString(otherwise));
			try {
				return Integer.parseInt(value);
			}
			catch (NumberFormatException ex) {
				throw new IllegalArgumentException("-Dbenchmark." + name + "=" + value + " is no whole number", ex);
			}
		}

	}

}
