// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.core.instrument.Meter;

/** Meters of the guard. */
enum CardinalityMeters implements MeterDefinition {

	/** Recordings that had no series of their own. */
	OVERFLOW("telemetry.cardinality.overflow", Meter.Type.COUNTER,
			"Recordings counted under _other, by what had too many values", KeyNames.METER, KeyNames.LABEL),

	/** Series that the service holds. */
	SERIES("telemetry.series", Meter.Type.GAUGE, "Series that the service holds, of all its meters"),

	/** Series that the service should hold at most. */
	SERIES_BUDGET("telemetry.series.budget", Meter.Type.GAUGE, "Series that the service should hold at most");

	private final String name;

	private final Meter.Type type;

	private final String description;

	private final KeyNames[] keyNames;

	CardinalityMeters(String name, Meter.Type type, String description, KeyNames... keyNames) {
		this.name = name;
		this.type = type;
		this.description = description;
		this.keyNames = keyNames;
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
		return this.description;
	}

	@Override
	public LabelDefinition[] getKeyNames() {
		return this.keyNames;
	}

	/** Labels of the meters. */
	enum KeyNames implements LabelDefinition {

		/** Name of the meter, as Prometheus shows it. */
		METER("meter", "Name of the meter, as Prometheus shows it"),

		/**
		 * Name of the label, or {@code _series} where there were too many combinations.
		 */
		LABEL("label", "Name of the label, or `_series` where there were too many combinations");

		private final String label;

		private final String description;

		KeyNames(String label, String description) {
			this.label = label;
			this.description = description;
		}

		@Override
		public String asString() {
			return this.label;
		}

		@Override
		public String getDescription() {
			return this.description;
		}

	}

}
