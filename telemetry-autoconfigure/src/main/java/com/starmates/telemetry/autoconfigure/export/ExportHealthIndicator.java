// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.LinkedHashMap;
import java.util.Map;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.SignalCounts;
import com.starmates.telemetry.masking.Masker;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Shows what becomes of each signal. The status is never DOWN: a service without its
 * collector works.
 */
class ExportHealthIndicator extends AbstractHealthIndicator {

	private final PipelineCounts counts;

	private final ExportWatch watch;

	private final Masker masker;

	ExportHealthIndicator(PipelineCounts counts, ExportWatch watch, Masker masker) {
		this.counts = counts;
		this.watch = watch;
		this.masker = masker;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up();
		for (SignalCounts signal : this.counts.open()) {
			builder.withDetail(signal.signal().toString(), details(signal));
			if (this.watch.isFailing(signal.signal())) {
				builder.unknown();
			}
		}
	}

	private Map<String, Object> details(SignalCounts signal) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("state", this.watch.isFailing(signal.signal()) ? "failing" : "working");
		details.put("exported", signal.exported());
		details.put("failed", signal.failed());
		details.put("dropped", signal.dropped());
		String lastError = this.watch.lastError(signal.signal());
		if (lastError != null) {
			details.put("lastError", this.masker.mask(lastError));
		}
		return details;
	}

}
