// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Counts items by what becomes of their export.
 */
final class CountedExport {

	private CountedExport() {
	}

	static CompletableResultCode count(SignalCounts counts, int items, Supplier<CompletableResultCode> export) {
		CompletableResultCode result = start(counts, items, export);
		return result.whenComplete(() -> {
			if (result.isSuccess()) {
				counts.exported(items);
			}
			else {
				counts.failed(items);
			}
		});
	}

	private static CompletableResultCode start(SignalCounts counts, int items, Supplier<CompletableResultCode> export) {
		try {
			return export.get();
		}
		catch (RuntimeException | Error ex) {
			counts.failed(items);
			throw ex;
		}
	}

}
