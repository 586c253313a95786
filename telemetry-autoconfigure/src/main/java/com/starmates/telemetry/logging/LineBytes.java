// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Arrays;

/**
 * Bytes of a line as it is written, and what is written just as it is: literals, ids,
 * numbers and times.
 */
class LineBytes {

	private static final int SIZE = 1024;

	/** More than this is given back after a line, however long that was. */
	private static final int MAX_KEPT = 64 * SIZE;

	/** Digits of a {@code long}, and its sign. */
	private static final int MAX_DIGITS = 20;

	/** Digits of a million of them. */
	private static final int MICROS = 6;

	/** Quotes, three digits of milliseconds and {@code Z}. */
	private static final int AFTER_SECOND = 6;

	private byte[] bytes = new byte[SIZE];

	private int length;

	/** Return how many bytes there are. */
	final int length() {
		return this.length;
	}

	/** Let bytes count up to a place, and forget what is behind. */
	final void length(int length) {
		this.length = length;
	}

	final byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	final byte[] toByteArray(int from) {
		return Arrays.copyOfRange(this.bytes, from, this.length);
	}

	/** Give back what a long line has taken. */
	final void shrink() {
		if (this.bytes.length > MAX_KEPT) {
			this.bytes = new byte[SIZE];
		}
	}

	/** Write a byte for which there is room. */
	final void put(int octet) {
		this.bytes[this.length++] = (byte) octet;
	}

	final void append(char ascii) {
		room(1);
		this.bytes[this.length++] = (byte) ascii;
	}

	/** Write a value that is JSON already, in UTF-8. */
	final void literal(byte[] json) {
		literal(json, 0);
	}

	/** Write the rest of a value that is JSON already, in UTF-8. */
	final void literal(byte[] json, int from) {
		int count = json.length - from;
		room(count);
		System.arraycopy(json, from, this.bytes, this.length, count);
		this.length += count;
	}

	/** Write a value that is JSON already and has ASCII characters only. */
	@SuppressWarnings("deprecation") // Wrong for others only, and by far the fastest
	final void literal(String json) {
		room(json.length());
		json.getBytes(0, json.length(), this.bytes, this.length);
		this.length += json.length();
	}

	/** Write between quotes what has no character to escape, and none beyond ASCII. */
	final void id(String id) {
		room(id.length() + 2);
		put('"');
		literal(id);
		put('"');
	}

	final void number(long number) {
		room(MAX_DIGITS);
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
		room(MICROS + 1);
		this.bytes[this.length] = '.';
		int rest = micros;
		for (int i = MICROS; i > 0; i--) {
			this.bytes[this.length + i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += MICROS + 1;
	}

	/** Write a time: its text up to the point, then milliseconds, then {@code Z}. */
	final void timestamp(String toSecond, int millis) {
		room(toSecond.length() + AFTER_SECOND);
		put('"');
		literal(toSecond);
		put('0' + millis / 100);
		put('0' + millis / 10 % 10);
		put('0' + millis % 10);
		put('Z');
		put('"');
	}

	/** Return the bytes, with room for more behind those that count. */
	final byte[] room(int more) {
		if (more > this.bytes.length - this.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(2 * this.bytes.length, this.length + more));
		}
		return this.bytes;
	}

	private static int digits(long number) {
		int digits = 1;
		for (long rest = number / 10; rest > 0; rest /= 10) {
			digits++;
		}
		return digits;
	}

}
