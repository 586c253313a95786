// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

/** Meters of the guard. */
enum CardinalityMeters implements MeterDefinition {

	/** Recordings that had no series of their own. */
	OVERFLOW(MeterForm.counter("telemetry.cardinality.overflow",
			"Recordings counted under _other, by what had too many values", KeyNames.METER, KeyNames.LABEL)),

	/** Series that the service holds. */
	SERIES(MeterForm.gauge("telemetry.series", "Series that the service holds, of all its meters")),

	/** Series that the service should hold at most. */
	SERIES_BUDGET(MeterForm.gauge("telemetry.series.budget", "Series that the service should hold at most"));

	private final MeterForm form;

	CardinalityMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** Name of the meter, as Prometheus shows it. */
		static final LabelDefinition METER = new LabelDefinition("meter", "Name of the meter, as Prometheus shows it");

		/**
		 * Name of the label, or {@code _series} where there were too many combinations.
		 */
		static final LabelDefinition LABEL = new LabelDefinition("label",
				"Name of the label, or `_series` where there were too many combinations");

		private KeyNames() {
		}

	}

}
