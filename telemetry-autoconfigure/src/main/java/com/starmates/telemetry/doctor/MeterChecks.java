// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.stream.Stream;

/**
 * Checks of meters.
 */
final class MeterChecks {

	/** Where the alert begins, too. */
	private static final double FULL = 0.8;

	private MeterChecks() {
	}

	static Stream<String> overflows(Facts facts) {
		return facts.meters()
			.overflows()
			.stream()
			.map((overflow) -> "Label %s of %s had too many values: %d recordings are counted as _other"
				.formatted(overflow.label(), overflow.meter(), overflow.count()));
	}

	static Stream<String> budget(Facts facts) {
		Facts.Meters meters = facts.meters();
		return (meters.budget() > 0 && meters.series() >= FULL * meters.budget()) ? Stream
			.of("The service has %d series, and should have %d at most".formatted(meters.series(), meters.budget()))
				: Stream.empty();
	}

	static Stream<String> collected(Facts facts) {
		Facts.Meters meters = facts.meters();
		return (!(meters.prometheus() && meters.exposed()) && !meters.pushed())
				? Stream.of("Meters are neither pushed nor to be scraped") : Stream.empty();
	}

}
