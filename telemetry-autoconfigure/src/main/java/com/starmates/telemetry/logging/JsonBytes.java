// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of JSON as it is written, in UTF-8 and on one line. Half a surrogate pair, which
 * UTF-8 has no bytes for, becomes U+FFFD; line and paragraph separators are escaped, for
 * some readers end a line there.
 */
class JsonBytes {

	private static final int SIZE = 1024;

	/** More than this is given back after a line, however long that was. */
	private static final int MAX_KEPT = 64 * SIZE;

	/** An escaped character takes up to six bytes. */
	private static final int MAX_PER_CHAR = 6;

	/** Digits of a {@code long}, and its sign. */
	private static final int MAX_DIGITS = 20;

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	/** Stands where a text was cut. */
	private static final byte[] ELLIPSIS = "\u2026".getBytes(StandardCharsets.UTF_8);

	/** What follows the backslash, by character; {@code u} needs the number too. */
	private static final byte[] ESCAPES = escapes();

	private byte[] bytes = new byte[SIZE];

	private int length;

	/** Return how many bytes there are. */
	final int length() {
		return this.length;
	}

	/** Forget what was written behind a place. */
	final void truncate(int length) {
		this.length = length;
	}

	final byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	/** Give back what a long line has taken. */
	final void shrink() {
		if (this.bytes.length > MAX_KEPT) {
			this.bytes = new byte[SIZE];
		}
	}

	final void append(char ascii) {
		ensure(1);
		this.bytes[this.length++] = (byte) ascii;
	}

	/** Write a value that is JSON already, in UTF-8. */
	final void literal(byte[] json) {
		ensure(json.length);
		System.arraycopy(json, 0, this.bytes, this.length, json.length);
		this.length += json.length;
	}

	/** Write a value that is JSON already and has ASCII characters only. */
	final void literal(String json) {
		ensure(json.length());
		for (int i = 0; i < json.length(); i++) {
			this.bytes[this.length++] = (byte) json.charAt(i);
		}
	}

	final void number(long number) {
		ensure(MAX_DIGITS);
		if (number < 0) {
			literal(Long.toString(number));
			return;
		}
		int end = this.length + digits(number);
		long rest = number;
		for (int i = end - 1; i >= this.length; i--) {
			this.bytes[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length = end;
	}

	/** Write a point and six digits: what follows whole seconds. */
	final void micros(int micros) {
		append('.');
		for (int power = 100_000; power > 0; power /= 10) {
			append((char) ('0' + micros / power % 10));
		}
	}

	/** Write a time: its text up to the point, then milliseconds, then {@code Z}. */
	final void timestamp(String toSecond, int millis) {
		append('"');
		literal(toSecond);
		append((char) ('0' + millis / 100));
		append((char) ('0' + millis / 10 % 10));
		append((char) ('0' + millis % 10));
		append('Z');
		append('"');
	}

	/** Write a text between quotes. */
	final void string(String text) {
		append('"');
		whole(text, 0, text.length());
		append('"');
	}

	/** Write a text without quotes. */
	final void text(String text) {
		whole(text, 0, text.length());
	}

	/** Write a text between quotes; return whether it was written whole. */
	final boolean string(String text, int maxBytes) {
		append('"');
		boolean whole = text(text, 0, text.length(), maxBytes);
		append('"');
		return whole;
	}

	/**
	 * Write a part of a text, without quotes.
	 * @param maxBytes how many bytes it may take once it is escaped; a longer one is cut
	 * between two characters, and ends in an ellipsis
	 * @return whether it was written whole
	 */
	final boolean text(String text, int from, int to, int maxBytes) {
		if ((long) (to - from) * MAX_PER_CHAR <= maxBytes) {
			whole(text, from, to);
			return true;
		}
		int start = this.length;
		int cut = start;
		for (int i = from; i < to;) {
			i += one(text, i, to);
			if (this.length - start > maxBytes) {
				this.length = cut;
				literal(ELLIPSIS);
				return false;
			}
			if (this.length - start + ELLIPSIS.length <= maxBytes) {
				cut = this.length;
			}
		}
		return true;
	}

	private void whole(String text, int from, int to) {
		ensure(to - from);
		for (int i = plain(text, from, to); i < to; i = plain(text, i, to)) {
			i += special(text, i, to);
			ensure(to - i);
		}
	}

	/** Write one character, and return how many chars it took. */
	private int one(String text, int index, int to) {
		char c = text.charAt(index);
		if (c < ESCAPES.length && ESCAPES[c] == 0) {
			append(c);
			return 1;
		}
		return special(text, index, to);
	}

	/** Copy characters that need no escape, and return the index after them. */
	private int plain(String text, int from, int to) {
		byte[] target = this.bytes;
		int at = this.length;
		int i = from;
		for (; i < to; i++) {
			char c = text.charAt(i);
			if (c >= ESCAPES.length || ESCAPES[c] != 0) {
				break;
			}
			target[at++] = (byte) c;
		}
		this.length = at;
		return i;
	}

	/** Write a character that is not plain, and return how many chars it took. */
	private int special(String text, int index, int to) {
		ensure(MAX_PER_CHAR);
		char c = text.charAt(index);
		if (c < ESCAPES.length) {
			escape(c);
			return 1;
		}
		if (Character.isHighSurrogate(c) && index + 1 < to && Character.isLowSurrogate(text.charAt(index + 1))) {
			fourBytes(Character.toCodePoint(c, text.charAt(index + 1)));
			return 2;
		}
		if (c == '\u2028' || c == '\u2029') {
			unicodeEscape(c);
		}
		else {
			upToThreeBytes(Character.isSurrogate(c) ? '\ufffd' : c);
		}
		return 1;
	}

	private void escape(char c) {
		byte escape = ESCAPES[c];
		if (escape == 'u') {
			unicodeEscape(c);
		}
		else {
			this.bytes[this.length++] = '\\';
			this.bytes[this.length++] = escape;
		}
	}

	private void unicodeEscape(char c) {
		this.bytes[this.length++] = '\\';
		this.bytes[this.length++] = 'u';
		for (int shift = 12; shift >= 0; shift -= 4) {
			this.bytes[this.length++] = HEX[c >> shift & 0xf];
		}
	}

	private void upToThreeBytes(char c) {
		if (c < 0x800) {
			this.bytes[this.length++] = (byte) (0xc0 | c >> 6);
		}
		else {
			this.bytes[this.length++] = (byte) (0xe0 | c >> 12);
			this.bytes[this.length++] = (byte) (0x80 | c >> 6 & 0x3f);
		}
		this.bytes[this.length++] = (byte) (0x80 | c & 0x3f);
	}

	private void fourBytes(int codePoint) {
		this.bytes[this.length++] = (byte) (0xf0 | codePoint >> 18);
		this.bytes[this.length++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
		this.bytes[this.length++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
		this.bytes[this.length++] = (byte) (0x80 | codePoint & 0x3f);
	}

	private void ensure(int more) {
		if (more > this.bytes.length - this.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(2 * this.bytes.length, this.length + more));
		}
	}

	private static int digits(long number) {
		int digits = 1;
		for (long rest = number / 10; rest > 0; rest /= 10) {
			digits++;
		}
		return digits;
	}

	private static byte[] escapes() {
		byte[] escapes = new byte[0x80];
		Arrays.fill(escapes, 0, ' ', (byte) 'u');
		escapes['\b'] = 'b';
		escapes['\t'] = 't';
		escapes['\n'] = 'n';
		escapes['\f'] = 'f';
		escapes['\r'] = 'r';
		escapes['"'] = '"';
		escapes['\\'] = '\\';
		escapes[0x7f] = 'u';
		return escapes;
	}

}
