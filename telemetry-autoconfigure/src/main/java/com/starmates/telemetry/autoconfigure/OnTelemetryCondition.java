// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition behind {@link ConditionalOnTelemetry}.
 */
class OnTelemetryCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnTelemetry.class);
		String property = TelemetrySwitch.findOff(context.getEnvironment(), features(metadata));
		return (property != null) ? ConditionOutcome.noMatch(message.because(property + " is false"))
				: ConditionOutcome.match(message.because("nothing is switched off"));
	}

	private static String[] features(AnnotatedTypeMetadata metadata) {
		return metadata.getAnnotations().get(ConditionalOnTelemetry.class).getStringArray(MergedAnnotation.VALUE);
	}

}
