// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.opentelemetry.api.internal.InstrumentationUtil;

/**
 * Reports what becomes of pushed meters to an {@link ExportWatch}, and counts it. A
 * failure ends here: the registry pushes again at its next step. Cumulative sums then
 * hold what the failed push held; deltas do not.
 *
 * @since 1.0.0
 */
public final class WatchedMetricsSender implements OtlpMetricsSender {

	private final OtlpMetricsSender delegate;

	private final ExportWatch watch;

	private final SignalCounts counts;

	/**
	 * Create a watched sender.
	 * @param delegate the sender that does the work
	 * @param watch where its results are reported
	 * @param counts where its data points are counted
	 */
	public WatchedMetricsSender(OtlpMetricsSender delegate, ExportWatch watch, SignalCounts counts) {
		this.delegate = delegate;
		this.watch = watch;
		this.counts = counts;
	}

	/** Where the OpenTelemetry agent is attached, it would trace each push. */
	@Override
	public void send(Request request) {
		InstrumentationUtil.suppressInstrumentation(() -> push(request));
	}

	private void push(Request request) {
		long points = DataPoints.count(request.getMetricsData());
		try {
			this.delegate.send(request);
			this.counts.exported(points);
			this.watch.succeeded(Signal.METRICS);
		}
		catch (Exception ex) {
			this.counts.failed(points);
			this.watch.failed(Signal.METRICS, ex);
		}
	}

}
