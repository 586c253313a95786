// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each call of a method a step of the run that calls it. Outside of a run it does
 * nothing. It works where {@link BusinessOperation} does.
 *
 * @since 1.0.0
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface BusinessStep {

	/**
	 * Name of the step.
	 * @return the name
	 */
	String value();

}
