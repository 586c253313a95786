// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;

/**
 * Hears what a batch processor of the SDK says of its queue, which it says to nobody
 * else, and passes it on. The processor must use
 * {@link io.opentelemetry.sdk.common.InternalTelemetryVersion#LEGACY}.
 *
 * @since 1.0.0
 */
public final class QueueMeterProvider implements MeterProvider {

	private final MeterProvider delegate;

	private final SignalCounts counts;

	/**
	 * Create a provider for one processor.
	 * @param delegate whom the processor would have told
	 * @param counts told of what did not fit, and of the queue
	 */
	public QueueMeterProvider(MeterProvider delegate, SignalCounts counts) {
		this.delegate = delegate;
		this.counts = counts;
	}

	@Override
	public MeterBuilder meterBuilder(String scope) {
		return new QueueMeterBuilder(this.delegate.meterBuilder(scope), this.counts);
	}

	private record QueueMeterBuilder(MeterBuilder delegate, SignalCounts counts) implements MeterBuilder {

		@Override
		public MeterBuilder setSchemaUrl(String url) {
			return new QueueMeterBuilder(this.delegate.setSchemaUrl(url), this.counts);
		}

		@Override
		public MeterBuilder setInstrumentationVersion(String version) {
			return new QueueMeterBuilder(this.delegate.setInstrumentationVersion(version), this.counts);
		}

		@Override
		public Meter build() {
			return new QueueMeter(this.delegate.build(), this.counts);
		}

	}

	private record QueueMeter(Meter delegate, SignalCounts counts) implements Meter {

		@Override
		public LongCounterBuilder counterBuilder(String name) {
			return new RefusalCounterBuilder(this.delegate.counterBuilder(name), this.counts);
		}

		@Override
		public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
			return this.delegate.upDownCounterBuilder(name);
		}

		@Override
		public DoubleHistogramBuilder histogramBuilder(String name) {
			return this.delegate.histogramBuilder(name);
		}

		/** The only gauge is that of the queue's size. */
		@Override
		public DoubleGaugeBuilder gaugeBuilder(String name) {
			return new QueueGaugeBuilder(this.delegate.gaugeBuilder(name), this.counts);
		}

	}

}
