// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.ArrayList;
import java.util.List;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;
import io.micrometer.core.instrument.Meter;

/** Meters that each operation has, by its name. */
enum OperationMeters implements MeterDefinition {

	/** Runs that have begun. */
	REQUESTS(".requests", Meter.Type.COUNTER, "Runs of the operation that have begun"),

	/** Runs that did all they were to do. */
	SUCCESS(".success", Meter.Type.COUNTER, "Runs that did all they were to do"),

	/** Runs that did nothing of use. */
	FAILURES(".failures", Meter.Type.COUNTER, "Runs that failed, were cut off, or did not say how they ended"),

	/** Runs that did a part. */
	PARTIAL(".partial", Meter.Type.COUNTER, "Runs that did a part of what they were to do"),

	/** Runs that reached their last step. */
	COMPLETIONS(".completions", Meter.Type.COUNTER,
			"Runs that reached their last step; without steps, those that did not fail"),

	/** How long runs took. */
	DURATION(".duration", Meter.Type.TIMER, "How long runs took"),

	/** How long single steps took. */
	STEP_DURATION(".step.duration", Meter.Type.TIMER, "How long single steps took");

	/** Stands for the name of any operation. */
	private static final String ANY = "<operation>";

	private static final List<Double> BUCKETS = List.of(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0);

	private final String suffix;

	private final Meter.Type type;

	private final String description;

	OperationMeters(String suffix, Meter.Type type, String description) {
		this.suffix = suffix;
		this.type = type;
		this.description = description;
	}

	@Override
	public MeterForm form() {
		return form(ANY, List.of());
	}

	/** Return the form of one operation's meter. */
	MeterForm form(String operation, List<String> labels) {
		List<LabelDefinition> definitions = new ArrayList<>();
		labels.forEach((label) -> definitions.add(new LabelDefinition(label, "As the application says")));
		if (this == STEP_DURATION) {
			definitions.add(KeyNames.STEP);
		}
		return new MeterForm(operation + this.suffix, this.type, this.description,
				(this.type == Meter.Type.TIMER) ? BUCKETS : List.of(), definitions);
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** Name of the step. */
		static final LabelDefinition STEP = new LabelDefinition("step", "Name of the operation's step");

		private KeyNames() {
		}

	}

}
