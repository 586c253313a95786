// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Sees what becomes of exports.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ExportFollower {

	/**
	 * Export, and see what has become of it once that is known.
	 * @param items how many items are exported
	 * @param export starts the export; it may throw
	 * @return the result, perhaps to come
	 */
	CompletableResultCode follow(int items, Supplier<CompletableResultCode> export);

}
