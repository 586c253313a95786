// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Values in elements of XML: a start tag, with attributes or not, the value, an end tag.
 */
final class XmlElements implements SecretShape {

	private static final String CDATA = "<![CDATA[";

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
		int name = startOfTag(text, at);
		int end = endOfName(text, name, at);
		if (end == name || !this.keys.verdict(text, name, end, false).isSecret()) {
			return Range.NONE;
		}
		int start = Chars.skip(Chars.SPACE | Chars.LINE_END, text, at + 1);
		return text.startsWith(CDATA, start) ? data(text, start + CDATA.length()) : value(text, at + 1);
	}

	/**
	 * Reads back no further than to the end of another tag, but over attributes that have
	 * been masked.
	 */
	private static int startOfTag(String text, int at) {
		int start = at;
		while (start > 0 && "<>".indexOf(text.charAt(start - 1)) < 0) {
			start--;
		}
		return (start > 0 && text.charAt(start - 1) == '<') ? start : at;
	}

	/** Return the end of the name, its prefix included; its start, if it is none. */
	private static int endOfName(String text, int start, int at) {
		int end = Chars.skip(Chars.NAME, text, start);
		end = text.startsWith(":", end) ? Chars.skip(Chars.NAME, text, end + 1) : end;
		return (end == at || Chars.at(Chars.SPACE | Chars.LINE_END, text, end)) ? end : start;
	}

	private static long value(String text, int start) {
		int end = start;
		while (end < text.length() && "<>".indexOf(text.charAt(end)) < 0 && !text.startsWith(Masker.MASK, end)) {
			end++;
		}
		boolean closed = text.startsWith("</", end) || text.startsWith("<\\/", end);
		return closed ? Range.of(start, end) : Range.NONE;
	}

	/** What is cut off is a secret as well. */
	private static long data(String text, int start) {
		int end = text.indexOf("]]>", start);
		return Range.of(start, (end < 0) ? text.length() : end);
	}

}
