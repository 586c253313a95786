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
		MergedAnnotation<?> wanted = metadata.getAnnotations().get(ConditionalOnTelemetry.class);
		String property = TelemetrySwitch.findOff(context.getEnvironment(),
				wanted.getStringArray(MergedAnnotation.VALUE));
		return new ConditionOutcome((property == null) == wanted.getBoolean("on"),
				ConditionMessage.forCondition(ConditionalOnTelemetry.class)
					.because((property != null) ? property + " is false" : "nothing is switched off"));
	}

}
