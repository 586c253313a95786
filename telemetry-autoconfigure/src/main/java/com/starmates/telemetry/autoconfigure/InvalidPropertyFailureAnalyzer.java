// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Says which of our properties is wrong, before Boot says which group of properties could
 * not be bound.
 */
class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException>
		implements Ordered {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure,
			InvalidConfigurationPropertyValueException cause) {
		return cause.getName().startsWith("telemetry.")
				? new FailureAnalysis(description(cause),
						"Change the value of '" + cause.getName() + "' in the application's configuration.", cause)
				: null;
	}

	private static String description(InvalidConfigurationPropertyValueException cause) {
		return """
				A property has a value that cannot be used:

				    Property: %s
				    Value: "%s"
				    Reason: %s
				""".formatted(cause.getName(), cause.getValue(), cause.getReason());
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
