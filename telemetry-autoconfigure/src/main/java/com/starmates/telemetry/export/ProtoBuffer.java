// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A message in the binary format of Protocol Buffers, written front to back. A message
 * inside it is written behind a gap for its length and moved if the length needs more or
 * less room than that, so nothing is measured beforehand. Not for use by two threads.
 */
final class ProtoBuffer {

	private static final int SIZE = 16 * 1024;

	private static final int MAX_KEPT = 2 * 1024 * 1024;

	/** A field's number and its length, at most. */
	private static final int HEAD = 2 * 5;

	/** Most messages inside others are spans, and those have 128 to 16383 bytes. */
	private static final int GAP = 2;

	/** For a message that holds a batch of those: 16384 to 2097151 bytes. */
	private static final int WIDE_GAP = 3;

	private static final int VARINT = 0;

	private static final int FIXED64 = 1;

	private static final int LENGTH_DELIMITED = 2;

	private static final int FIXED32 = 5;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private byte[] bytes = new byte[SIZE];

	private int length;

	/** Return how many bytes a number takes. */
	static int sizeOf(long number) {
		return (Long.SIZE + 6 - Long.numberOfLeadingZeros(number | 1)) / 7;
	}

	/** Return what holds the bytes, from its start on. */
	byte[] array() {
		return this.bytes;
	}

	int length() {
		return this.length;
	}

	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	/** Forget what is written, and give back what a huge message has taken. */
	void clear() {
		this.length = 0;
		if (this.bytes.length > MAX_KEPT) {
			this.bytes = new byte[SIZE];
		}
	}

	/** Begin a message inside the message, and return where it begins. */
	int begin(int field) {
		return beginBehind(GAP, field);
	}

	/** End the message that begins there. */
	void end(int begin) {
		end(GAP, begin);
	}

	/** Begin a message that is large. */
	int beginLarge(int field) {
		return beginBehind(WIDE_GAP, field);
	}

	/** End the large message that begins there. */
	void endLarge(int begin) {
		end(WIDE_GAP, begin);
	}

	private int beginBehind(int gap, int field) {
		ensure(HEAD);
		head(field, LENGTH_DELIMITED);
		this.length += gap;
		return this.length;
	}

	private void end(int gap, int begin) {
		int size = this.length - begin;
		int shift = sizeOf(size) - gap;
		if (shift != 0) {
			ensure(HEAD);
			System.arraycopy(this.bytes, begin, this.bytes, begin + shift, size);
		}
		this.length = begin - gap;
		varint(size);
		this.length += size;
	}

	/** Begin a message whose size is known; nothing ends it. */
	void begin(int field, int size) {
		ensure(HEAD);
		head(field, LENGTH_DELIMITED);
		varint(size);
	}

	void varint(int field, long value) {
		ensure(2 * HEAD);
		head(field, VARINT);
		varint(value);
	}

	void varintUnlessZero(int field, long value) {
		if (value != 0) {
			varint(field, value);
		}
	}

	void fixed64(int field, long value) {
		ensure(HEAD + Long.BYTES);
		head(field, FIXED64);
		LONGS.set(this.bytes, this.length, value);
		this.length += Long.BYTES;
	}

	void fixed64UnlessZero(int field, long value) {
		if (value != 0) {
			fixed64(field, value);
		}
	}

	void fixed32(int field, int value) {
		ensure(HEAD + Integer.BYTES);
		head(field, FIXED32);
		INTS.set(this.bytes, this.length, value);
		this.length += Integer.BYTES;
	}

	/** Write text that most likely is ASCII. */
	void string(int field, String text) {
		int start = this.length;
		if (!ascii(field, text)) {
			this.length = start;
			utf8(field, text, Utf8.size(text));
		}
	}

	void stringUnlessEmpty(int field, @Nullable String text) {
		if (text != null && !text.isEmpty()) {
			string(field, text);
		}
	}

	/** Write text if it is ASCII; if not, {@link #rewind} to where it was to be. */
	boolean ascii(int field, String text) {
		int count = text.length();
		ensure(HEAD + count);
		head(field, LENGTH_DELIMITED);
		varint(count);
		byte[] target = this.bytes;
		int at = this.length;
		int seen = 0;
		for (int i = 0; i < count; i++) {
			char c = text.charAt(i);
			target[at + i] = (byte) c;
			seen |= c;
		}
		this.length = at + count;
		return seen < 0x80;
	}

	/** Write text of a known size in UTF-8. */
	void utf8(int field, String text, int size) {
		begin(field, size);
		ensure(size);
		this.length = Utf8.write(text, this.bytes, this.length);
	}

	void bytes(int field, ByteBuffer content) {
		int size = content.remaining();
		begin(field, size);
		ensure(size);
		content.get(this.bytes, this.length, size);
		this.length += size;
	}

	/** Write lower-case hexadecimal digits as the bytes that they stand for. */
	void hex(int field, String digits) {
		int size = digits.length() / 2;
		begin(field, size);
		ensure(size);
		byte[] target = this.bytes;
		int at = this.length;
		for (int i = 0; i < size; i++) {
			target[at + i] = (byte) (nibble(digits.charAt(2 * i)) << 4 | nibble(digits.charAt(2 * i + 1)));
		}
		this.length = at + size;
	}

	/** Write what is encoded already. */
	void raw(byte[] encoded) {
		ensure(encoded.length);
		System.arraycopy(encoded, 0, this.bytes, this.length, encoded.length);
		this.length += encoded.length;
	}

	/** Forget what was written after a length. */
	void rewind(int length) {
		this.length = length;
	}

	/** Without a branch: nobody can predict the digits of an id. */
	private static int nibble(char digit) {
		return (digit & 0xf) + (digit >> 6) * 9;
	}

	private void head(int field, int type) {
		varint(field << 3 | type);
	}

	private void varint(long value) {
		byte[] target = this.bytes;
		int at = this.length;
		long rest = value;
		while ((rest & ~0x7fL) != 0) {
			target[at++] = (byte) (rest | 0x80);
			rest >>>= 7;
		}
		target[at++] = (byte) rest;
		this.length = at;
	}

	private void ensure(int more) {
		if (more > this.bytes.length - this.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(2 * this.bytes.length, this.length + more));
		}
	}

}
