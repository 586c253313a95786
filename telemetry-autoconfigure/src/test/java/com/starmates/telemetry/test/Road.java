// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

/** A road that work takes, on which nothing of it is lost. */
public interface Road {

	/**
	 * Return what the road is called, in Markdown.
	 */
	String title();

}
