// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Counts what becomes of log records, once however many exporters there are behind it.
 *
 * @since 1.0.0
 */
public final class CountedLogRecordExporter implements LogRecordExporter {

	private final LogRecordExporter delegate;

	private final SignalCounts counts;

	/**
	 * Create a counted exporter.
	 * @param delegate does the work, or shares it out
	 * @param counts where its results are counted
	 */
	public CountedLogRecordExporter(LogRecordExporter delegate, SignalCounts counts) {
		this.delegate = delegate;
		this.counts = counts;
	}

	@Override
	public CompletableResultCode export(Collection<LogRecordData> records) {
		return CountedExport.count(this.counts, records.size(), () -> this.delegate.export(records));
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
