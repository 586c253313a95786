// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Counts what becomes of spans, once however many exporters there are behind it.
 *
 * @since 1.0.0
 */
public final class CountedSpanExporter implements SpanExporter {

	private final SpanExporter delegate;

	private final SignalCounts counts;

	/**
	 * Create a counted exporter.
	 * @param delegate does the work, or shares it out
	 * @param counts where its results are counted
	 */
	public CountedSpanExporter(SpanExporter delegate, SignalCounts counts) {
		this.delegate = delegate;
		this.counts = counts;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return CountedExport.count(this.counts, spans.size(), () -> this.delegate.export(spans));
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
