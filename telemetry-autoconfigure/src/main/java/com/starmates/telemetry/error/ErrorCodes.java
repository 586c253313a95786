// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Codes that applications give their errors, by {@link ErrorCode} or an
 * {@link ErrorClassifier}.
 *
 * @since 1.0.0
 */
public final class ErrorCodes {

	private static final List<ErrorClassifier> CLASSIFIERS = load();

	private ErrorCodes() {
	}

	/**
	 * Return the code of an exception, else of its cause, and so on.
	 * @param exception the exception
	 * @return the code, or {@code null} if none has one
	 */
	public static @Nullable String of(Throwable exception) {
		return first(exception, ErrorClassifier::code);
	}

	/** Return the category that the application gives an exception, or a cause. */
	static @Nullable ErrorCategory category(Throwable exception) {
		return first(exception, ErrorClassifier::category);
	}

	private static <T> @Nullable T first(Throwable exception,
			BiFunction<ErrorClassifier, Throwable, @Nullable T> question) {
		for (Throwable cause : Causes.of(exception)) {
			for (ErrorClassifier classifier : CLASSIFIERS) {
				T answer = ask(classifier, cause, question);
				if (answer != null) {
					return answer;
				}
			}
		}
		return null;
	}

	private static <T> @Nullable T ask(ErrorClassifier classifier, Throwable exception,
			BiFunction<ErrorClassifier, Throwable, @Nullable T> question) {
		try {
			return question.apply(classifier, exception);
		}
		catch (RuntimeException | LinkageError ex) {
			return null;
		}
	}

	/** Those that cannot be loaded are left out: a log line is no place to fail. */
	private static List<ErrorClassifier> load() {
		List<ErrorClassifier> classifiers = new ArrayList<>();
		classifiers.add(new AnnotatedErrors());
		try {
			ServiceLoader.load(ErrorClassifier.class, ErrorClassifier.class.getClassLoader()).forEach(classifiers::add);
		}
		catch (ServiceConfigurationError ex) {
			System.getLogger(ErrorCodes.class.getName()).log(System.Logger.Level.WARNING, "Not all are used", ex);
		}
		return List.copyOf(classifiers);
	}

}
