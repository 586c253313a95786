// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tests that take each of some roads, and look at what arrives. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Proves {

	/**
	 * Return where the roads lead.
	 */
	String to();

	/**
	 * Return the roads, which are constants of an enum.
	 */
	Class<? extends Road> roads() default Road.class;

	/**
	 * Return the one road, in Markdown, of tests that take no other.
	 */
	String road() default "";

	/**
	 * Return what is seen at the other end of each.
	 */
	String seen();

}
