// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * A meter of the library. Each feature has an enum of its own, and nothing of a meter is
 * said elsewhere; meters that are named at run time are made by a lambda.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface MeterDefinition extends MeterDocumentation {

	/**
	 * Return what the meter's users see of it.
	 * @return the form, the same each time
	 */
	MeterForm form();

	@Override
	default String getName() {
		return form().name();
	}

	@Override
	default Meter.Type getType() {
		return form().type();
	}

	@Override
	default LabelDefinition[] getKeyNames() {
		return form().labels().toArray(LabelDefinition[]::new);
	}

}
