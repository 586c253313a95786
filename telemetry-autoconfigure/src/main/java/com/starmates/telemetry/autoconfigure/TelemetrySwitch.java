// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;

/**
 * Reads the switches of the features, which must be known before there are beans.
 *
 * @since 1.0.0
 */
public final class TelemetrySwitch {

	private static final String ALL = "telemetry.enabled";

	private TelemetrySwitch() {
	}

	/**
	 * Return whether the library and all the named features are on.
	 * @param environment where the switches are
	 * @param features names of the features, such as {@code http}
	 * @return {@code true} unless one of them is switched off
	 */
	public static boolean isOn(Environment environment, String... features) {
		return findOff(environment, features) == null;
	}

	static @Nullable String findOff(Environment environment, String... features) {
		if (isFalse(environment, ALL)) {
			return ALL;
		}
		for (String feature : features) {
			String property = "telemetry." + feature + ".enabled";
			if (isFalse(environment, property)) {
				return property;
			}
		}
		return null;
	}

	/**
	 * What is no boolean leaves a feature on; its properties then fail with the reason.
	 */
	private static boolean isFalse(Environment environment, String property) {
		try {
			return Boolean.FALSE.equals(environment.getProperty(property, Boolean.class));
		}
		catch (ConversionException ex) {
			return false;
		}
	}

}
