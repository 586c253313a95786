// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Reports what becomes of exported spans to an {@link ExportWatch}.
 *
 * @since 1.0.0
 */
public final class WatchedSpanExporter implements SpanExporter {

	private final SpanExporter delegate;

	private final ExportWatch watch;

	/**
	 * Create a watched exporter.
	 * @param delegate the exporter that does the work
	 * @param watch where its results are reported
	 */
	public WatchedSpanExporter(SpanExporter delegate, ExportWatch watch) {
		this.delegate = delegate;
		this.watch = watch;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.watch.watch(Signal.TRACES, () -> this.delegate.export(spans));
	}

	@Override
	public CompletableResultCode flush() {
		return this.delegate.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
