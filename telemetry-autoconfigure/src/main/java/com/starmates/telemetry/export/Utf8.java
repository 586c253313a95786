// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

/**
 * UTF-8 without arrays in between. A surrogate without its other half becomes a question
 * mark, as in {@link String#getBytes(java.nio.charset.Charset)}.
 */
final class Utf8 {

	private Utf8() {
	}

	/** Return how many bytes a text takes. */
	static int size(String text) {
		int size = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (isPair(text, i)) {
				size += 4;
				i++;
			}
			else {
				size += (c < 0x80 || Character.isSurrogate(c)) ? 1 : (c < 0x800) ? 2 : 3;
			}
		}
		return size;
	}

	/** Write a text where there is room for it, and return the index after it. */
	static int write(String text, byte[] target, int start) {
		int at = start;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x80) {
				target[at++] = (byte) c;
			}
			else if (isPair(text, i)) {
				at = fourBytes(Character.toCodePoint(c, text.charAt(++i)), target, at);
			}
			else {
				at = upToThreeBytes(c, target, at);
			}
		}
		return at;
	}

	private static boolean isPair(String text, int index) {
		return Character.isHighSurrogate(text.charAt(index)) && index + 1 < text.length()
				&& Character.isLowSurrogate(text.charAt(index + 1));
	}

	private static int upToThreeBytes(char c, byte[] target, int start) {
		int at = start;
		if (Character.isSurrogate(c)) {
			target[at++] = '?';
			return at;
		}
		if (c < 0x800) {
			target[at++] = (byte) (0xc0 | c >> 6);
		}
		else {
			target[at++] = (byte) (0xe0 | c >> 12);
			target[at++] = (byte) (0x80 | c >> 6 & 0x3f);
		}
		target[at++] = (byte) (0x80 | c & 0x3f);
		return at;
	}

	private static int fourBytes(int codePoint, byte[] target, int at) {
		target[at] = (byte) (0xf0 | codePoint >> 18);
		target[at + 1] = (byte) (0x80 | codePoint >> 12 & 0x3f);
		target[at + 2] = (byte) (0x80 | codePoint >> 6 & 0x3f);
		target[at + 3] = (byte) (0x80 | codePoint & 0x3f);
		return at + 4;
	}

}
