// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import org.jspecify.annotations.Nullable;

/**
 * Found by the library as those of applications are.
 */
public final class TestErrorClassifier implements ErrorClassifier {

	@Override
	public @Nullable String code(Throwable exception) {
		return (exception instanceof Unknown known) ? known.code() : null;
	}

	@Override
	public @Nullable ErrorCategory category(Throwable exception) {
		return (exception instanceof Unknown) ? ErrorCategory.TIMEOUT : null;
	}

	/**
	 * An exception that only the classifier knows.
	 */
	static final class Unknown extends RuntimeException {

		private final @Nullable String code;

		Unknown(@Nullable String code) {
			this.code = code;
		}

		/** Fail if there is none. */
		private String code() {
			if (this.code == null) {
				throw new IllegalStateException("no code");
			}
			return this.code;
		}

	}

}
