// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.SocketException;

/**
 * Says that the caller left before the response was complete, where the server does not
 * say it with an exception of its own. It has no stack trace: it is not thrown.
 */
final class CallerDisconnectedException extends SocketException {

	private static final long serialVersionUID = 1L;

	CallerDisconnectedException() {
		super("The caller left before the response was complete");
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
