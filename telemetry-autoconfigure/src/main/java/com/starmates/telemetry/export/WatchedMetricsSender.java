// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.opentelemetry.api.internal.InstrumentationUtil;

/**
 * Reports what becomes of pushed meters to an {@link ExportWatch}. A failure ends here:
 * the registry pushes again at its next step. Cumulative sums then hold what the failed
 * push held; deltas do not.
 *
 * @since 1.0.0
 */
public final class WatchedMetricsSender implements OtlpMetricsSender {

	private final OtlpMetricsSender delegate;

	private final ExportWatch watch;

	/**
	 * Create a watched sender.
	 * @param delegate the sender that does the work
	 * @param watch where its results are reported
	 */
	public WatchedMetricsSender(OtlpMetricsSender delegate, ExportWatch watch) {
		this.delegate = delegate;
		this.watch = watch;
	}

	/** Where the OpenTelemetry agent is attached, it would trace each push. */
	@Override
	public void send(Request request) {
		InstrumentationUtil.suppressInstrumentation(() -> push(request));
	}

	private void push(Request request) {
		try {
			this.delegate.send(request);
			this.watch.succeeded(Signal.METRICS);
		}
		catch (Exception ex) {
			this.watch.failed(Signal.METRICS, ex);
		}
	}

}
