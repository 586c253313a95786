// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

/**
 * Knows exceptions that the library does not, such as those of a client library. Found by
 * {@link ServiceLoader}, because lines are logged before there are beans: name the class
 * in {@code META-INF/services/com.starmates.telemetry.error.ErrorClassifier}. Asked for
 * an exception, then for its cause, and so on; the first answer counts. It may be asked
 * by any thread; where it throws, it has no answer.
 *
 * @since 1.0.0
 */
public interface ErrorClassifier {

	/**
	 * Return the code of an exception.
	 * @param exception the exception; its causes are asked for afterwards
	 * @return one of few codes, such as {@code E001}, or {@code null} if it is not known
	 */
	default @Nullable String code(Throwable exception) {
		return null;
	}

	/**
	 * Return where to look for the cause of an exception.
	 * @param exception the exception; its causes are asked for afterwards
	 * @return the category, or {@code null} if it is not known
	 */
	default @Nullable ErrorCategory category(Throwable exception) {
		return null;
	}

}
