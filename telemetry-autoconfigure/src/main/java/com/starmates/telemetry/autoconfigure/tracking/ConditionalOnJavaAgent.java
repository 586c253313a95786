// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional} that matches while the OpenTelemetry agent is attached and works,
 * or while it is not.
 *
 * @since 1.0.0
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnJavaAgentCondition.class)
public @interface ConditionalOnJavaAgent {

	/**
	 * Whether the agent is to be attached.
	 * @return {@code false} to match while it is not
	 */
	boolean attached() default true;

}
