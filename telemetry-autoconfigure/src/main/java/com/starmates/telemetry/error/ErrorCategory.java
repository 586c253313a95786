// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.io.IOException;
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
	 * Something between the service and another did not work.
	 */
	NETWORK,

	/**
	 * Something took too long.
	 */
	TIMEOUT;

	/** A chain of causes may be a ring. */
	private static final int MAX_DEPTH = 20;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * Return the category of an exception, by what is in its chain of causes: first a
	 * timeout, then any I/O error; both are nearer to the cause than the service.
	 * @param exception the exception
	 * @return {@link #TIMEOUT}, {@link #NETWORK} or else {@link #SERVER}
	 */
	public static ErrorCategory of(Throwable exception) {
		boolean network = false;
		Throwable cause = exception;
		for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
			if (isTimeout(cause)) {
				return TIMEOUT;
			}
			network = network || isNetwork(cause);
			cause = cause.getCause();
		}
		return network ? NETWORK : SERVER;
	}

	/** Reactor Netty's exception for a connection that is gone is no I/O error. */
	private static boolean isNetwork(Throwable exception) {
		return exception instanceof IOException
				|| "reactor.netty.channel.AbortedException".equals(exception.getClass().getName());
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
