// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.masking.Triggers;

/**
 * Writes texts without their secrets. Most texts have none, and are read once: to be
 * written, and to see that.
 */
final class MaskedText {

	/** For texts that cannot have any. */
	static final MaskedText WITHOUT_SECRETS = new MaskedText(Masker.none());

	private final Masker masker;

	private final Triggers triggers;

	/** The table of the triggers, with what must be escaped. */
	private final boolean[] stops;

	MaskedText(Masker masker) {
		this.masker = masker;
		this.triggers = masker.triggers();
		this.stops = this.triggers.pairs();
		for (int i = 0; i < this.stops.length; i++) {
			this.stops[i] |= !JsonBytes.isPlain(i % Triggers.ROW);
		}
	}

	/**
	 * Write a text between quotes, cut if it is too long.
	 * @return {@code false} if it was masked or might have been cut
	 */
	boolean write(JsonBuffer json, String text, int maxBytes) {
		if (JsonBytes.fits(text.length(), maxBytes) && json.string(text, this)) {
			return true;
		}
		json.string(this.masker.mask(text), maxBytes);
		return false;
	}

	/** Return whether a number is one that is to be masked, whatever its type. */
	boolean isSecret(Number number) {
		long whole = number.longValue();
		return this.masker.isSecretNumber(whole) && number.doubleValue() == whole;
	}

	/**
	 * Return at which characters, after which others, to stop while a text is written.
	 */
	boolean[] stops() {
		return this.stops;
	}

	/** Return whether a secret shows where the writer stopped. */
	boolean isSecret(String text, int at) {
		return this.triggers.isSecret(text, at);
	}

}
