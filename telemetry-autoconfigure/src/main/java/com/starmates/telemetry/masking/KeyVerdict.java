// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * What the name of a value says of it.
 */
enum KeyVerdict {

	/** The value is a secret. */
	SECRET,

	/** The value is a secret, in a header up to the end of its line. */
	LINE,

	/** The value is a secret, unless this is a sentence: "Unexpected token: EOF". */
	SPOKEN_OF,

	/** The name has to do with secrets, but the value is none: "token_count". */
	HARMLESS,

	/** The value is an id of our own, or of the user's choice. */
	EXEMPT,

	/** The name says nothing. */
	UNKNOWN;

	boolean isSecret() {
		return this == SECRET || this == LINE || this == SPOKEN_OF;
	}

}
