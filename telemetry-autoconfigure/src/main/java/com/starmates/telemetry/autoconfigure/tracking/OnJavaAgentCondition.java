// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.tracking.JavaAgent;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition behind {@link ConditionalOnJavaAgent}. An agent that is switched off is on
 * the system class path too, but hands the application nothing.
 */
class OnJavaAgentCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean attached = JavaAgent.isAttached();
		boolean wanted = metadata.getAnnotations().get(ConditionalOnJavaAgent.class).getBoolean("attached");
		return new ConditionOutcome(attached == wanted, ConditionMessage.forCondition("OpenTelemetry agent")
			.because(attached ? "it is attached" : "it is not attached"));
	}

}
