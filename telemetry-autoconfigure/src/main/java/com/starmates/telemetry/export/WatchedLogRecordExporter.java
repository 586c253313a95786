// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Reports what becomes of exported log records to an {@link ExportWatch}.
 *
 * @since 1.0.0
 */
public final class WatchedLogRecordExporter implements LogRecordExporter {

	private final LogRecordExporter delegate;

	private final ExportWatch watch;

	/**
	 * Create a watched exporter.
	 * @param delegate the exporter that does the work
	 * @param watch where its results are reported
	 */
	public WatchedLogRecordExporter(LogRecordExporter delegate, ExportWatch watch) {
		this.delegate = delegate;
		this.watch = watch;
	}

	@Override
	public CompletableResultCode export(Collection<LogRecordData> records) {
		return this.watch.watch(Signal.LOGS, () -> this.delegate.export(records));
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
