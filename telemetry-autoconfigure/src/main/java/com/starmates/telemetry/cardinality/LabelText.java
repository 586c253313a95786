// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import org.jspecify.annotations.Nullable;

/**
 * Makes any text a label's value that every backend takes: not empty, not long, without
 * control characters and half surrogate pairs.
 */
final class LabelText {

	/** Where there is no value: Prometheus takes an empty one for a missing label. */
	private static final String NONE = "none";

	private static final int MAX_LENGTH = 128;

	private static final char REPLACEMENT = '\ufffd';

	private LabelText() {
	}

	/** Return the same instance where nothing is to be mended. */
	static String of(@Nullable String value) {
		if (value == null || value.isBlank()) {
			return NONE;
		}
		boolean clean = value.length() <= MAX_LENGTH;
		for (int i = 0; clean && i < value.length(); i++) {
			clean = value.charAt(i) >= ' ' && value.charAt(i) < '\u007f';
		}
		return clean ? value : mend(value);
	}

	private static String mend(String value) {
		StringBuilder mended = new StringBuilder();
		for (int i = 0; i < value.length() && mended.length() < MAX_LENGTH;) {
			int codePoint = value.codePointAt(i);
			boolean half = codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
			mended.appendCodePoint((half || Character.isISOControl(codePoint)) ? REPLACEMENT : codePoint);
			i += Character.charCount(codePoint);
		}
		return mended.toString();
	}

}
