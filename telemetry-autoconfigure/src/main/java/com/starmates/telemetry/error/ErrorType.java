// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

/**
 * Short names of exceptions, for labels, attributes and log members.
 *
 * @since 1.0.0
 */
public final class ErrorType {

	private ErrorType() {
	}

	/**
	 * Return the short name of an exception.
	 * @param exception the exception
	 * @return the simple name of its class
	 */
	public static String of(Throwable exception) {
		return of(exception.getClass().getName());
	}

	/**
	 * Return the short name of an exception of which only the class name is known.
	 * @param className the full name of the class
	 * @return the name without package and enclosing classes; an anonymous class keeps
	 * the name of the one that encloses it
	 */
	public static String of(String className) {
		String name = className.substring(className.lastIndexOf('.') + 1);
		int enclosing = name.lastIndexOf('$');
		boolean anonymous = enclosing < 0 || enclosing == name.length() - 1
				|| Character.isDigit(name.charAt(enclosing + 1));
		return anonymous ? name : name.substring(enclosing + 1);
	}

}
