// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Arrays;

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

	private final String name;

	private final Meter.Type type;

	private final String[] labels;

	TestMeters(String name, Meter.Type type, String... labels) {
		this.name = name;
		this.type = type;
		this.labels = labels;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public String getDescription() {
		return "Made for a test";
	}

	@Override
	public double[] getBuckets() {
		return new double[] { 0.1, 1 };
	}

	@Override
	public LabelDefinition[] getKeyNames() {
		return Arrays.stream(this.labels).map(TestLabel::new).toArray(LabelDefinition[]::new);
	}

	private record TestLabel(String name) implements LabelDefinition {

		@Override
		public String asString() {
			return this.name;
		}

		@Override
		public String getDescription() {
			return "Any";
		}

	}

}
