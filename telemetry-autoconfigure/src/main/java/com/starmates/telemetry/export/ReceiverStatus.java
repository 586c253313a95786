// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the body of an answer says, if it is one of a collector.
 *
 * @param rejected how many spans are rejected
 * @param message what the receiver says of it, perhaps nothing
 */
record ReceiverStatus(long rejected, String message) {

	private static final ReceiverStatus NONE = new ReceiverStatus(0, "");

	private static final int MAX_MESSAGE = 256;

	/** Return what an {@code ExportTraceServiceResponse} says. */
	static ReceiverStatus ofSuccess(byte[] body) {
		return (fields(body).get(1) instanceof byte[] partial) ? of(fields(partial)) : NONE;
	}

	/** Return what a {@code google.rpc.Status} says. */
	static ReceiverStatus ofFailure(byte[] body) {
		return new ReceiverStatus(0, of(fields(body)).message());
	}

	/** Return whether there is nothing to say. */
	boolean isEmpty() {
		return this.rejected == 0 && this.message.isEmpty();
	}

	private static ReceiverStatus of(Map<Integer, Object> fields) {
		String message = (fields.get(2) instanceof byte[] text) ? new String(text, StandardCharsets.UTF_8) : "";
		return new ReceiverStatus((fields.get(1) instanceof Long count) ? count : 0,
				message.substring(0, Math.min(message.length(), MAX_MESSAGE)));
	}

	/** Return numbers and bytes by field; nothing at all if it is no such message. */
	private static Map<Integer, Object> fields(byte[] message) {
		Map<Integer, Object> fields = new HashMap<>();
		ByteBuffer rest = ByteBuffer.wrap(message);
		try {
			while (rest.hasRemaining()) {
				long tag = varint(rest);
				fields.put((int) (tag >>> 3), value(rest, (int) tag & 7));
			}
			return fields;
		}
		catch (RuntimeException ex) {
			return Map.of();
		}
	}

	private static Object value(ByteBuffer rest, int type) {
		return switch (type) {
			case 0 -> varint(rest);
			case 1 -> rest.getLong();
			case 2 -> bytes(rest);
			case 5 -> rest.getInt();
			default -> throw new IllegalArgumentException("Not a type: " + type);
		};
	}

	private static byte[] bytes(ByteBuffer rest) {
		int size = Math.toIntExact(varint(rest));
		byte[] bytes = new byte[Math.min(size, rest.remaining() + 1)];
		rest.get(bytes);
		return bytes;
	}

	static long varint(ByteBuffer rest) {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			byte next = rest.get();
			value |= (next & 0x7fL) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("Not a number");
	}

}
