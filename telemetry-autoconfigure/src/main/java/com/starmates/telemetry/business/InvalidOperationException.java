// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.lang.reflect.Method;

/**
 * Thrown at start-up where a {@link BusinessOperation} cannot be recorded as it is
 * written.
 *
 * @since 1.0.0
 */
public final class InvalidOperationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Method method;

	private final String reason;

	InvalidOperationException(Method method, IllegalArgumentException cause) {
		super("@BusinessOperation on " + method + ": " + cause.getMessage(), cause);
		this.method = method;
		this.reason = String.valueOf(cause.getMessage());
	}

	/**
	 * Return the method whose annotation is wrong.
	 * @return the method
	 */
	public Method getMethod() {
		return this.method;
	}

	/**
	 * Return what is wrong.
	 * @return the value, and what was expected
	 */
	public String getReason() {
		return this.reason;
	}

}
