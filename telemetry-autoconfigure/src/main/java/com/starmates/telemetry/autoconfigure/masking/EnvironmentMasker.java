// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.masking;

import com.starmates.telemetry.masking.Masker;

import org.springframework.core.env.Environment;

/**
 * The masker for what is written before there are beans, such as the first log lines.
 *
 * @since 1.0.0
 */
public final class EnvironmentMasker {

	private EnvironmentMasker() {
	}

	/**
	 * Return the masker that the properties describe.
	 * @param environment where the properties are
	 * @return the masker; the standard one where a property is wrong, which the start of
	 * the application will tell
	 */
	public static Masker of(Environment environment) {
		return MaskingProperties.of(environment).masker();
	}

}
