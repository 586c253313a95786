// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.nio.ByteBuffer;

/**
 * Counts the data points of an {@code ExportMetricsServiceRequest} without an object for
 * each of them.
 */
final class DataPoints {

	/** The fields that lead to a metric: resource, scope, metric. */
	private static final int[] WAY = { 1, 2, 2 };

	/** Fields of a metric that hold points: gauge to summary. */
	private static final int FIRST_KIND = 5;

	private static final int LAST_KIND = 11;

	private static final int POINT = 1;

	private static final int LENGTH_DELIMITED = 2;

	private DataPoints() {
	}

	/** Return how many there are; 0 if it is no such message. */
	static long count(byte[] message) {
		try {
			return count(ByteBuffer.wrap(message), 0);
		}
		catch (RuntimeException ex) {
			return 0;
		}
	}

	private static long count(ByteBuffer message, int depth) {
		long points = 0;
		while (message.hasRemaining()) {
			long tag = ReceiverStatus.varint(message);
			if ((tag & 7) == LENGTH_DELIMITED) {
				points += countField((int) (tag >>> 3), slice(message), depth);
			}
			else {
				skip(message, (int) tag & 7);
			}
		}
		return points;
	}

	private static long countField(int field, ByteBuffer content, int depth) {
		if (depth < WAY.length) {
			return (field == WAY[depth]) ? count(content, depth + 1) : 0;
		}
		if (depth == WAY.length) {
			return (field >= FIRST_KIND && field <= LAST_KIND) ? count(content, depth + 1) : 0;
		}
		return (field == POINT) ? 1 : 0;
	}

	private static ByteBuffer slice(ByteBuffer message) {
		int size = Math.toIntExact(ReceiverStatus.varint(message));
		ByteBuffer content = message.slice(message.position(), size);
		message.position(message.position() + size);
		return content;
	}

	private static void skip(ByteBuffer message, int type) {
		switch (type) {
			case 0 -> ReceiverStatus.varint(message);
			case 1 -> message.getLong();
			case 5 -> message.getInt();
			default -> throw new IllegalArgumentException("Not a type: " + type);
		}
	}

}
