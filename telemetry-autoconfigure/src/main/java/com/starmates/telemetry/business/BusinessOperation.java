// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes each call of a method a run of an {@link Operation}. The run fails if the method
 * throws, or what it returns fails (a {@code CompletionStage}, {@code Mono} or
 * {@code Flux}, or a suspending function of Kotlin), and succeeds otherwise, unless
 * {@link OperationRun#current()} is told better.
 * <p>
 * It works on beans, by proxy: on methods of classes and of their interfaces, called from
 * other beans. A method that calls another of its own class goes past the proxy; there,
 * use {@link Operation#run}.
 *
 * @since 1.0.0
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface BusinessOperation {

	/**
	 * Name of the operation in lower case with underscores, such as
	 * {@code plan_generation}.
	 * @return the name
	 */
	String value();

	/**
	 * Names of its steps in their order.
	 * @return the names; none if it has none
	 */
	String[] steps() default {};

}
