// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.Locale;

/** Kinds of tokens that have prices of their own. */
enum TokenType {

	INPUT, OUTPUT, CACHE_READ, CACHE_WRITE;

	private final String label = name().toLowerCase(Locale.ROOT);

	String label() {
		return this.label;
	}

}
