// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;

/**
 * Fills the members of {@code error} from the exception of an event, where the
 * application has not said otherwise.
 */
final class ErrorMembers {

	private ErrorMembers() {
	}

	static void fill(EventFields fields, IThrowableProxy throwable) {
		String className = throwable.getClassName();
		fields.setIfAbsent(LogMember.ERROR_TYPE, simpleName(className));
		fields.setIfAbsent(LogMember.ERROR_MESSAGE, throwable.getMessage());
		fields.setIfAbsent(LogMember.ERROR_CATEGORY, category(throwable));
	}

	/** Without package and enclosing classes; the name of an anonymous class is kept. */
	private static String simpleName(String className) {
		String name = className.substring(className.lastIndexOf('.') + 1);
		int enclosing = name.lastIndexOf('$');
		boolean anonymous = enclosing < 0 || enclosing == name.length() - 1
				|| Character.isDigit(name.charAt(enclosing + 1));
		return anonymous ? name : name.substring(enclosing + 1);
	}

	/** A timeout is also an I/O error, and both are nearer to the cause than "server". */
	private static String category(IThrowableProxy throwable) {
		boolean network = false;
		int depth = 0;
		for (IThrowableProxy cause = throwable; cause != null && depth < 20; cause = cause.getCause()) {
			if (cause instanceof ThrowableProxy proxy) {
				if (isTimeout(proxy.getThrowable())) {
					return "timeout";
				}
				network = network || proxy.getThrowable() instanceof IOException;
			}
			depth++;
		}
		return network ? "network" : "server";
	}

	private static boolean isTimeout(Throwable throwable) {
		return throwable instanceof TimeoutException || throwable.getClass().getSimpleName().contains("Timeout");
	}

}
