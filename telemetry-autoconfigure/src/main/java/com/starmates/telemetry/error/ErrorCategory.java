// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * Where to look for the cause of an error.
 *
 * @since 1.0.0
 */
public enum ErrorCategory {

	/**
	 * The caller's request was wrong.
	 */
	CLIENT,

	/**
	 * The service itself failed.
	 */
	SERVER,

	/**
	 * A connection to another did not work, or broke. I/O errors of files and parsers are
	 * the service's own.
	 */
	NETWORK,

	/**
	 * Something took too long.
	 */
	TIMEOUT;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * Return the category of an exception: what an {@link ErrorCode} or an
	 * {@link ErrorClassifier} says; else by what is in its chain of causes, first a
	 * timeout, then an error of the network; both are nearer to the cause than the
	 * service.
	 * @param exception the exception
	 * @return what the application says, else {@link #TIMEOUT}, {@link #NETWORK} or
	 * {@link #SERVER}
	 */
	public static ErrorCategory of(Throwable exception) {
		ErrorCategory known = ErrorCodes.category(exception);
		return (known != null) ? known : byType(exception);
	}

	private static ErrorCategory byType(Throwable exception) {
		boolean network = false;
		for (Throwable cause : Causes.of(exception)) {
			if (isTimeout(cause)) {
				return TIMEOUT;
			}
			network = network || NetworkErrors.contains(cause);
		}
		return network ? NETWORK : SERVER;
	}

	private static boolean isTimeout(Throwable exception) {
		return exception instanceof TimeoutException || exception.getClass().getSimpleName().contains("Timeout");
	}

	/**
	 * Return the category as labels and log members have it, in lower case.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
