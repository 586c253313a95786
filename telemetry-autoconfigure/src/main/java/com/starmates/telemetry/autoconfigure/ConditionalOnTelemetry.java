// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional} that matches while {@code telemetry.enabled} and the switches of
 * the named features are not {@code false}; with {@code on = false}, while one of them
 * is.
 *
 * @since 1.0.0
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnTelemetryCondition.class)
public @interface ConditionalOnTelemetry {

	/**
	 * Names of the features, such as {@code http} for {@code telemetry.http.enabled}.
	 * @return the names; none for {@code telemetry.enabled} alone
	 */
	String[] value() default {};

	/**
	 * Whether all of them are to be on.
	 * @return {@code false} to match while one of them is switched off
	 */
	boolean on() default true;

}
