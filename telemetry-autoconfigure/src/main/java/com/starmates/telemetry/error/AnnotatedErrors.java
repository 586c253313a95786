// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import org.jspecify.annotations.Nullable;

/**
 * Knows exceptions that have an {@link ErrorCode}.
 */
final class AnnotatedErrors implements ErrorClassifier {

	@Override
	public @Nullable String code(Throwable exception) {
		ErrorCode code = exception.getClass().getAnnotation(ErrorCode.class);
		return (code != null) ? code.value() : null;
	}

	@Override
	public @Nullable ErrorCategory category(Throwable exception) {
		ErrorCode code = exception.getClass().getAnnotation(ErrorCode.class);
		return (code != null && code.category().length > 0) ? code.category()[0] : null;
	}

}
