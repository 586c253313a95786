// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.function.Consumer;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;

/**
 * Makes the gauge with which a batch processor says how long its queue is.
 *
 * @param delegate makes the gauge that hears it as well
 * @param counts can ask from then on
 */
record QueueGaugeBuilder(DoubleGaugeBuilder delegate, SignalCounts counts) implements DoubleGaugeBuilder {

	@Override
	public DoubleGaugeBuilder setDescription(String description) {
		this.delegate.setDescription(description);
		return this;
	}

	@Override
	public DoubleGaugeBuilder setUnit(String unit) {
		this.delegate.setUnit(unit);
		return this;
	}

	@Override
	public LongGaugeBuilder ofLongs() {
		return new OfLongs(this.delegate.ofLongs(), this.counts);
	}

	@Override
	public ObservableDoubleGauge buildWithCallback(Consumer<ObservableDoubleMeasurement> callback) {
		return this.delegate.buildWithCallback(callback);
	}

	private record OfLongs(LongGaugeBuilder delegate, SignalCounts counts) implements LongGaugeBuilder {

		@Override
		public LongGaugeBuilder setDescription(String description) {
			this.delegate.setDescription(description);
			return this;
		}

		@Override
		public LongGaugeBuilder setUnit(String unit) {
			this.delegate.setUnit(unit);
			return this;
		}

		@Override
		public ObservableLongGauge buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
			this.counts.queueSize(() -> {
				Reading reading = new Reading();
				callback.accept(reading);
				return reading.value;
			});
			return this.delegate.buildWithCallback(callback);
		}

	}

	private static final class Reading implements ObservableLongMeasurement {

		private long value;

		@Override
		public void record(long value) {
			this.value = value;
		}

		@Override
		public void record(long value, Attributes attributes) {
			this.value = value;
		}

	}

}
