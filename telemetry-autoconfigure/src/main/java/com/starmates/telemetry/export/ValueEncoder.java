// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.nio.ByteBuffer;
import java.util.List;

import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of any type. An empty one is written too: which field is there says what
 * type it is.
 */
final class ValueEncoder {

	/** The field of a text. */
	static final int STRING = 1;

	private static final int BOOL = 2;

	private static final int INT = 3;

	private static final int DOUBLE = 4;

	private static final int ARRAY = 5;

	private static final int KEY_VALUES = 6;

	private static final int BYTES = 7;

	/** Of an array and a list of keys with values. */
	private static final int ELEMENT = 1;

	private static final int KEY = 1;

	private static final int VALUE = 2;

	private final ProtoBuffer buffer;

	ValueEncoder(ProtoBuffer buffer) {
		this.buffer = buffer;
	}

	void integer(long value) {
		this.buffer.varint(INT, value);
	}

	void bool(boolean value) {
		this.buffer.varint(BOOL, value ? 1 : 0);
	}

	void number(double value) {
		this.buffer.fixed64(DOUBLE, Double.doubleToRawLongBits(value));
	}

	void array(List<?> elements) {
		int array = this.buffer.begin(ARRAY);
		for (Object element : elements) {
			int begin = this.buffer.begin(ELEMENT);
			element(element);
			this.buffer.end(begin);
		}
		this.buffer.end(array);
	}

	void encode(Value<?> value) {
		switch (value.getType()) {
			case STRING, BOOLEAN, LONG, DOUBLE -> element(value.getValue());
			case ARRAY -> array((List<?>) value.getValue());
			case KEY_VALUE_LIST -> keyValues((List<?>) value.getValue());
			case BYTES -> this.buffer.bytes(BYTES, (ByteBuffer) value.getValue());
			case EMPTY -> {
			}
		}
	}

	/** Write an element; of {@code null}, nothing: that is a value without a type. */
	private void element(@Nullable Object element) {
		if (element instanceof String text) {
			this.buffer.string(STRING, text);
		}
		else if (element instanceof Long integer) {
			integer(integer);
		}
		else if (element instanceof Boolean bool) {
			bool(bool);
		}
		else if (element instanceof Double number) {
			number(number);
		}
		else if (element instanceof Value<?> value) {
			encode(value);
		}
	}

	private void keyValues(List<?> pairs) {
		int list = this.buffer.begin(KEY_VALUES);
		for (Object pair : pairs) {
			keyValue((KeyValue) pair);
		}
		this.buffer.end(list);
	}

	private void keyValue(KeyValue pair) {
		int begin = this.buffer.begin(ELEMENT);
		this.buffer.stringUnlessEmpty(KEY, pair.getKey());
		int value = this.buffer.begin(VALUE);
		encode(pair.getValue());
		this.buffer.end(value);
		this.buffer.end(begin);
	}

}
