// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Arrays;
import java.util.List;

import io.micrometer.core.instrument.Meter;

/** Meters to test with. */
enum TestMeters implements MeterDefinition {

	/** One label. */
	ONE("one", Meter.Type.COUNTER, "a"),

	/** Two labels. */
	TWO("two", Meter.Type.COUNTER, "a", "b"),

	/** Five labels. */
	FIVE("five", Meter.Type.COUNTER, "a", "b", "c", "d", "e"),

	/** A histogram. */
	TIMED("timed", Meter.Type.TIMER, "a"),

	/** A histogram without time. */
	SUMMED("summed", Meter.Type.DISTRIBUTION_SUMMARY, "a");

	private final MeterForm form;

	TestMeters(String name, Meter.Type type, String... labels) {
		this.form = new MeterForm(name, type, "Made for a test", List.of(0.1, 1.0),
				Arrays.stream(labels).map((label) -> new LabelDefinition(label, "Any")).toList());
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

}
