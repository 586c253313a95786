// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Counts the spans that a batch processor is offered. It stands beside the processor, not
 * around it: applications ask for that by its class.
 *
 * @since 1.0.0
 */
public final class OfferedSpans implements SpanProcessor {

	private final SignalCounts counts;

	private final boolean unsampled;

	/**
	 * Create a processor that only counts.
	 * @param counts where it counts
	 * @param unsampled whether spans that are not sampled are exported as well
	 */
	public OfferedSpans(SignalCounts counts, boolean unsampled) {
		this.counts = counts;
		this.unsampled = unsampled;
	}

	@Override
	public void onStart(Context parent, ReadWriteSpan span) {
		// a span counts when it has ended
	}

	@Override
	public boolean isStartRequired() {
		return false;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		if (this.unsampled || span.getSpanContext().isSampled()) {
			this.counts.offered();
		}
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

}
