// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import com.starmates.telemetry.business.InvalidOperationException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells which method has an annotation that cannot be recorded.
 */
class InvalidOperationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidOperationException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, InvalidOperationException cause) {
		return new FailureAnalysis("""
				An operation cannot be recorded as it is annotated:

				    Method: %s
				    Reason: %s
				""".formatted(cause.getMethod(), cause.getReason()), "Change the method's @BusinessOperation.", cause);
	}

}
