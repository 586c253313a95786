// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.opentelemetry.api.GlobalOpenTelemetry;

import org.springframework.util.ClassUtils;

/**
 * Knows whether the OpenTelemetry agent is attached.
 *
 * @since 1.0.0
 */
public final class JavaAgent {

	/** Also in the agents that others build from it. */
	private static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	private JavaAgent() {
	}

	/**
	 * Return whether the agent is attached and works: one that is switched off is on the
	 * system class path too, but hands the application nothing.
	 * @return {@code true} if the agent makes the spans
	 */
	public static boolean isAttached() {
		return ClassUtils.isPresent(AGENT, ClassLoader.getSystemClassLoader()) && GlobalOpenTelemetry.isSet();
	}

}
