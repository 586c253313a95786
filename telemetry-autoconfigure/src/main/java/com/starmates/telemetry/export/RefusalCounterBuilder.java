// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.function.Consumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.context.Context;

/**
 * Makes the counter with which a batch processor says what did not fit into its queue.
 *
 * @param delegate makes the counter that hears it as well
 * @param counts hears it
 */
record RefusalCounterBuilder(LongCounterBuilder delegate, SignalCounts counts) implements LongCounterBuilder {

	@Override
	public LongCounterBuilder setDescription(String description) {
		this.delegate.setDescription(description);
		return this;
	}

	@Override
	public LongCounterBuilder setUnit(String unit) {
		this.delegate.setUnit(unit);
		return this;
	}

	@Override
	public DoubleCounterBuilder ofDoubles() {
		return this.delegate.ofDoubles();
	}

	@Override
	public LongCounter build() {
		return new RefusalCounter(this.delegate.build(), this.counts);
	}

	@Override
	public ObservableLongCounter buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
		return this.delegate.buildWithCallback(callback);
	}

	private record RefusalCounter(LongCounter delegate, SignalCounts counts) implements LongCounter {

		private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");

		@Override
		public void add(long value) {
			this.delegate.add(value);
		}

		@Override
		public void add(long value, Attributes attributes) {
			this.delegate.add(value, attributes);
			countRefused(value, attributes);
		}

		@Override
		public void add(long value, Attributes attributes, Context context) {
			this.delegate.add(value, attributes, context);
			countRefused(value, attributes);
		}

		private void countRefused(long value, Attributes attributes) {
			if (Boolean.TRUE.equals(attributes.get(DROPPED))) {
				this.counts.refused(value);
			}
		}

	}

}
