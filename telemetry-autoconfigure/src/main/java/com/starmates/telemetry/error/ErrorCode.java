// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the code of an exception, which log lines show as {@code error.code}. It also
 * holds for subclasses without a code of their own.
 *
 * @since 1.0.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ErrorCode {

	/**
	 * Return the code.
	 * @return one of few codes, such as {@code E001}
	 */
	String value();

	/**
	 * Return where to look for the cause.
	 * @return at most one category; none leaves it to the other rules
	 */
	ErrorCategory[] category() default {};

}
