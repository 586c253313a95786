// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * A meter of the library as its users see it: its name, what it counts, its labels and
 * its buckets. Each feature has an enum of its own, and nothing of a meter is said
 * elsewhere.
 *
 * @since 1.0.0
 */
public interface MeterDefinition extends MeterDocumentation {

	/**
	 * Return what the meter tells.
	 * @return one sentence without its full stop
	 */
	String getDescription();

	@Override
	LabelDefinition[] getKeyNames();

	/**
	 * Return the bounds of the buckets.
	 * @return upper bounds, ascending, in seconds where the meter is a timer; empty where
	 * the meter has no buckets
	 */
	default double[] getBuckets() {
		return new double[0];
	}

	/**
	 * Return the name under which Prometheus shows the meter.
	 * @return the name with its suffixes; that of its family where it has buckets
	 */
	default String getExposedName() {
		return exposedName(getName(), getType());
	}

	/**
	 * Return the name under which Prometheus shows a meter without unit.
	 * @param name name of the meter
	 * @param type its type
	 * @return the name with its suffixes
	 */
	static String exposedName(String name, Meter.Type type) {
		String exposed = name.replace('.', '_');
		return switch (type) {
			case COUNTER -> exposed + "_total";
			case TIMER, LONG_TASK_TIMER -> exposed + "_seconds";
			default -> exposed;
		};
	}

}
