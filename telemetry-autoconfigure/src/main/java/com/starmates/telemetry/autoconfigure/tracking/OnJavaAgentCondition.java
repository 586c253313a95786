// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import io.opentelemetry.api.GlobalOpenTelemetry;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches while the OpenTelemetry agent is attached and works: an agent that is switched
 * off is on the system class path too, but hands the application nothing.
 */
class OnJavaAgentCondition extends SpringBootCondition {

	/** Also in the agents that others build from it. */
	private static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("OpenTelemetry agent");
		return isAttached() ? ConditionOutcome.match(message.because("it is attached"))
				: ConditionOutcome.noMatch(message.because("it is not attached"));
	}

	private static boolean isAttached() {
		return ClassUtils.isPresent(AGENT, ClassLoader.getSystemClassLoader()) && GlobalOpenTelemetry.isSet();
	}

}
