// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when exports begin to fail and when they work again: one line each, however many
 * signals and attempts there are.
 *
 * @since 1.0.0
 */
public final class ExportWatch {

	private static final Logger logger = LoggerFactory.getLogger(ExportWatch.class);

	private final Set<Signal> failing = EnumSet.noneOf(Signal.class);

	/**
	 * Say that an export has worked.
	 * @param signal what was exported
	 */
	public synchronized void succeeded(Signal signal) {
		if (this.failing.remove(signal) && this.failing.isEmpty()) {
			logger.info("Telemetry is exported again");
		}
	}

	/**
	 * Say that an export has failed.
	 * @param signal what was to be exported
	 * @param cause why it failed, {@code null} if unknown
	 */
	public synchronized void failed(Signal signal, @Nullable Throwable cause) {
		boolean first = this.failing.isEmpty();
		if (this.failing.add(signal) && first) {
			logger.warn("Telemetry cannot be exported: {} ({}). The service goes on without; "
					+ "this is said once, and once when export works again", reason(cause), signal);
		}
	}

	private static String reason(@Nullable Throwable cause) {
		if (cause == null) {
			return "the receiver does not accept it";
		}
		Throwable root = cause;
		for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
			root = root.getCause();
		}
		return (root.getMessage() != null) ? root.getMessage() : root.getClass().getSimpleName();
	}

}
