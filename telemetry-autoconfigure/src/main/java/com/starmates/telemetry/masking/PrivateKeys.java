// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Private keys in PEM: the whole block, or all the rest where its end is missing.
 */
final class PrivateKeys implements SecretShape {

	private static final String DASHES = "-----";

	private static final String BEGIN = DASHES + "BEGIN ";

	private static final String END = DASHES + "END ";

	private static final String LABEL = "PRIVATE KEY";

	private static final String BLOCK = LABEL + " BLOCK";

	private static final int LONGEST_LABEL = 64;

	@Override
	public String triggers() {
		return "B";
	}

	@Override
	public long find(String text, int at, int floor) {
		int start = at - DASHES.length();
		return (start >= floor && isAt(text, start)) ? Range.of(start, endOf(text, start)) : Range.NONE;
	}

	/** Return whether a private key begins at an index. */
	static boolean isAt(String text, int start) {
		if (!text.startsWith(BEGIN, start)) {
			return false;
		}
		int label = start + BEGIN.length();
		int end = label;
		while (end - label < LONGEST_LABEL && Chars.at(Chars.ALPHANUMERIC | Chars.SPACE, text, end)) {
			end++;
		}
		return text.startsWith(DASHES, end)
				&& (text.startsWith(LABEL, end - LABEL.length()) || text.startsWith(BLOCK, end - BLOCK.length()));
	}

	/** Return the end of the private key that begins at an index. */
	static int endOf(String text, int start) {
		int end = text.indexOf(END, start + BEGIN.length());
		int dashes = (end < 0) ? -1 : text.indexOf(DASHES, end + END.length());
		return (dashes < 0) ? text.length() : dashes + DASHES.length();
	}

}
