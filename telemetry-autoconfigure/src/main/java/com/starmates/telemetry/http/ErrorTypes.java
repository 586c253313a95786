// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

/**
 * Names of errors for labels and attributes.
 */
final class ErrorTypes {

	private ErrorTypes() {
	}

	/**
	 * Return the simple name of an exception's class, or the last part of its full name
	 * if the class is anonymous.
	 */
	static String of(Throwable exception) {
		Class<?> type = exception.getClass();
		String simpleName = type.getSimpleName();
		return !simpleName.isEmpty() ? simpleName : type.getName().substring(type.getName().lastIndexOf('.') + 1);
	}

}
