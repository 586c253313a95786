// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.function.LongSupplier;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows how many bytes of log lines were written.
 *
 * @since 1.0.0
 */
public final class LogBytesMeter implements MeterBinder {

	private final LongSupplier bytes;

	/**
	 * Create the meter.
	 * @param bytes returns the number so far
	 */
	public LogBytesMeter(LongSupplier bytes) {
		this.bytes = bytes;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		new GuardedMeters(registry, CardinalityBudgets.STANDARD).counter(ExportMeters.LOG_BYTES, Tags.empty(),
				this.bytes, LongSupplier::getAsLong);
	}

}
