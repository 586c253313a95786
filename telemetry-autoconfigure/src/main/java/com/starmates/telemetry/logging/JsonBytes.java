// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.starmates.telemetry.masking.Triggers;

/**
 * Bytes of JSON as it is written, in UTF-8 and on one line. Half a surrogate pair, which
 * UTF-8 has no bytes for, becomes U+FFFD; line and paragraph separators are escaped, for
 * some readers end a line there.
 */
class JsonBytes extends LineBytes {

	/** Characters that are read at once. */
	private static final int CHUNK = 256;

	/** An escaped character takes up to six bytes. */
	private static final int MAX_PER_CHAR = 6;

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	/** Stands where a text was cut. */
	private static final byte[] ELLIPSIS = "\u2026".getBytes(StandardCharsets.UTF_8);

	/** What follows the backslash, by character; {@code u} needs the number too. */
	private static final byte[] ESCAPES = escapes();

	private final char[] chunk = new char[CHUNK];

	/** Return whether an ASCII character is written as it is. */
	static boolean isPlain(int character) {
		return ESCAPES[character] == 0;
	}

	/** Return whether a text fits whatever its characters are. */
	static boolean fits(int length, int maxBytes) {
		return (long) length * MAX_PER_CHAR <= maxBytes;
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
		if (fits(to - from, maxBytes)) {
			whole(text, from, to);
			return true;
		}
		int start = length();
		int cut = start;
		for (int i = from; i < to;) {
			i += one(text, i, to);
			if (length() - start > maxBytes) {
				length(cut);
				literal(ELLIPSIS);
				return false;
			}
			if (length() - start + ELLIPSIS.length <= maxBytes) {
				cut = length();
			}
		}
		return true;
	}

	/**
	 * Write a text between quotes, unless a secret shows in it.
	 * @return whether it was written; else nothing was
	 */
	final boolean string(String text, MaskedText secrets) {
		int start = length();
		append('"');
		if (!whole(text, 0, text.length(), secrets)) {
			length(start);
			return false;
		}
		append('"');
		return true;
	}

	private void whole(String text, int from, int to) {
		whole(text, from, to, MaskedText.WITHOUT_SECRETS);
	}

	/** Return whether no secret shows; else some of the text may have been written. */
	private boolean whole(String text, int from, int to, MaskedText secrets) {
		int at = from;
		while (at < to) {
			int end = Math.min(to, at + CHUNK);
			text.getChars(at, end, this.chunk, 0);
			int start = at;
			at += plain(0, end - start, secrets.stops());
			while (at < end) {
				if (secrets.isSecret(text, at)) {
					return false;
				}
				at += one(text, at, to);
				at += plain(at - start, end - start, secrets.stops());
			}
		}
		return true;
	}

	/** Copy characters of the chunk up to a stop, and return how many. */
	private int plain(int from, int count, boolean[] stops) {
		char[] source = this.chunk;
		byte[] target = room(count - from);
		int shift = length() - from;
		int last = stops.length - 1;
		int before = Triggers.START;
		int i = from;
		for (; i < count; i++) {
			char c = source[i];
			if (c >= Triggers.ROW || stops[before * Triggers.ROW + c & last]) {
				break;
			}
			target[shift + i] = (byte) c;
			before = c;
		}
		length(shift + i);
		return i - from;
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

	/** Write a character that is not plain, and return how many chars it took. */
	private int special(String text, int index, int to) {
		room(MAX_PER_CHAR);
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
			put('\\');
			put(escape);
		}
	}

	private void unicodeEscape(char c) {
		put('\\');
		put('u');
		for (int shift = 12; shift >= 0; shift -= 4) {
			put(HEX[c >> shift & 0xf]);
		}
	}

	private void upToThreeBytes(char c) {
		if (c < 0x800) {
			put(0xc0 | c >> 6);
		}
		else {
			put(0xe0 | c >> 12);
			put(0x80 | c >> 6 & 0x3f);
		}
		put(0x80 | c & 0x3f);
	}

	private void fourBytes(int codePoint) {
		put(0xf0 | codePoint >> 18);
		put(0x80 | codePoint >> 12 & 0x3f);
		put(0x80 | codePoint >> 6 & 0x3f);
		put(0x80 | codePoint & 0x3f);
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
