// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/**
 * A long run at saturation: nothing may be lost, and nothing may grow.
 */
final class Soak {

	private static final int MINUTES = 10;

	private Soak() {
	}

	static String run(Settings settings) throws IOException, InterruptedException {
		StringBuilder report = new StringBuilder("""
				| minute | requests so far | heap after GC, MiB | resident, MiB |
				| ---: | ---: | ---: | ---: |
				""");
		try (Receiver receiver = Receiver.start();
				Contestant ours = Contestant.start(Variant.OURS, Shape.USUAL, settings, receiver)) {
			for (int minute = 1; minute <= MINUTES; minute++) {
				ours.inspect(Duration.ofMinutes(1));
				String line = String.format(Locale.ROOT, "| %d | %d | %.1f | %.0f |%n", minute, ours.sent(),
						ours.measured().liveBytes() / 1024.0 / 1024.0,
						ours.measured().residentBytes() / 1024.0 / 1024.0);
				Progress.say(line.trim());
				report.append(line);
			}
			Delivery.check(ours.server(), ours.sent(), receiver);
		}
		return report.append("\nRequests sent, server spans, access lines and the counter agree.\n").toString();
	}

}
