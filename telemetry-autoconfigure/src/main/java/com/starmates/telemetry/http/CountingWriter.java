// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Counts the bytes that the characters that pass will become. Exact for UTF-8 and for
 * encodings of one byte a character.
 */
final class CountingWriter extends PrintWriter {

	private final boolean utf8;

	private long count;

	CountingWriter(PrintWriter delegate, String encoding) {
		super(delegate);
		this.utf8 = StandardCharsets.UTF_8.name().equalsIgnoreCase(encoding);
	}

	long count() {
		return this.count;
	}

	void restart() {
		this.count = 0;
	}

	@Override
	public void write(int c) {
		super.write(c);
		this.count += size((char) c);
	}

	@Override
	public void write(char[] buffer, int offset, int length) {
		super.write(buffer, offset, length);
		for (int i = offset; i < offset + length; i++) {
			this.count += size(buffer[i]);
		}
	}

	@Override
	public void write(String text, int offset, int length) {
		super.write(text, offset, length);
		for (int i = offset; i < offset + length; i++) {
			this.count += size(text.charAt(i));
		}
	}

	@Override
	public void println() {
		write(System.lineSeparator());
	}

	private int size(char c) {
		if (!this.utf8 || c < 0x80) {
			return 1;
		}
		// each half of a surrogate pair stands for two of the four bytes
		return (c < 0x800 || Character.isSurrogate(c)) ? 2 : 3;
	}

}
