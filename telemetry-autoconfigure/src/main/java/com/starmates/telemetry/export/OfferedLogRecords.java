// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/**
 * Counts the log records that a batch processor is offered.
 *
 * @since 1.0.0
 */
public final class OfferedLogRecords implements LogRecordProcessor {

	private final SignalCounts counts;

	/**
	 * Create a processor that only counts.
	 * @param counts where it counts
	 */
	public OfferedLogRecords(SignalCounts counts) {
		this.counts = counts;
	}

	@Override
	public void onEmit(Context context, ReadWriteLogRecord record) {
		this.counts.offered();
	}

}
