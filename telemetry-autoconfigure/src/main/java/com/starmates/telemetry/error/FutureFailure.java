// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What futures tell of a failure is around what went wrong.
 *
 * @since 1.0.0
 */
public final class FutureFailure {

	private FutureFailure() {
	}

	/**
	 * Return what went wrong.
	 * @param failure what was thrown, perhaps by a future
	 * @return the cause if a future has put its own exception around it, else the failure
	 */
	public static Throwable cause(Throwable failure) {
		boolean wrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
		Throwable cause = failure.getCause();
		return (wrapped && cause != null) ? cause : failure;
	}

}
