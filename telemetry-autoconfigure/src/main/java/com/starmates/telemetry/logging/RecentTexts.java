// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

/**
 * Writes texts that come again and again, such as names of loggers and user agents: a
 * text that was written before is copied, and not read. What has a secret is not kept.
 */
final class RecentTexts {

	private final RecentJson<String> recent;

	private final MaskedText texts;

	/**
	 * Make one that knows no text.
	 * @param size how many texts it may keep, a power of two
	 * @param texts what masks them
	 */
	RecentTexts(int size, MaskedText texts) {
		this.recent = new RecentJson<>(size);
		this.texts = texts;
	}

	/** Write a text between quotes, cut if it is too long. */
	void write(JsonBuffer json, String text, int maxBytes) {
		if (JsonBytes.fits(text.length(), maxBytes) && this.recent.write(json, text)) {
			return;
		}
		int start = json.length();
		if (this.texts.write(json, text, maxBytes)) {
			this.recent.add(text, json, start);
		}
	}

}
