// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;

/** Meters of the pipeline itself. */
enum ExportMeters implements MeterDefinition {

	/** Spans, log records and data points, by what became of them. */
	ITEMS(MeterForm.counter("telemetry.export.items", "Spans, log records and data points, by what became of them",
			KeyNames.SIGNAL, KeyNames.OUTCOME)),

	/** Items that wait for their export. */
	QUEUE_SIZE(MeterForm.gauge("telemetry.export.queue.size", "Items that wait for their export", KeyNames.SIGNAL)),

	/** Items that may wait for their export. */
	QUEUE_CAPACITY(MeterForm.gauge("telemetry.export.queue.capacity", "Items that may wait for their export",
			KeyNames.SIGNAL)),

	/** Bytes of the JSON lines that were written. */
	LOG_BYTES(MeterForm.counter("telemetry.log.bytes", "Bytes of the JSON lines that were written"));

	private final MeterForm form;

	ExportMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** {@code traces}, {@code logs} or {@code metrics}. */
		static final LabelDefinition SIGNAL = new LabelDefinition("signal", "`traces`, `logs` or `metrics`");

		/** {@code exported}, {@code failed} or {@code dropped}. */
		static final LabelDefinition OUTCOME = new LabelDefinition("outcome", "`exported`; `failed`: not accepted "
				+ "by the receiver, or it could not be reached; `dropped`: not tried, for want of room or time");

		private KeyNames() {
		}

	}

}
