// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Values in elements of XML: a start tag, the value, an end tag.
 */
final class XmlElements implements SecretShape {

	private final SecretKeys keys;

	XmlElements(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public String triggers() {
		return ">";
	}

	@Override
	public long find(String text, int at, int floor) {
		int name = Chars.skipBack(Chars.NAME, text, at, floor);
		boolean tag = name < at && name > floor && "<:".indexOf(text.charAt(name - 1)) >= 0;
		if (!tag || !this.keys.verdict(text, floor, at, false).isSecret()) {
			return Range.NONE;
		}
		int end = at + 1;
		while (end < text.length() && "<>".indexOf(text.charAt(end)) < 0 && !text.startsWith(Masker.MASK, end)) {
			end++;
		}
		return text.startsWith("</", end) ? Range.of(at + 1, end) : Range.NONE;
	}

}
