// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.List;
import java.util.function.BiConsumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;

/**
 * Writes attributes. Nearly all of them have a single value, whose size is known or can
 * be guessed; only the others need a gap.
 */
final class AttributeEncoder implements BiConsumer<AttributeKey<?>, Object> {

	private static final int VALUE = 2;

	private final AttributeKeys keys = new AttributeKeys();

	private final ProtoBuffer buffer;

	private final ValueEncoder values;

	private int field;

	AttributeEncoder(ProtoBuffer buffer) {
		this.buffer = buffer;
		this.values = new ValueEncoder(buffer);
	}

	/** Write attributes into a repeated field. */
	void encode(int field, Attributes attributes) {
		this.field = field;
		attributes.forEach(this);
	}

	@Override
	public void accept(AttributeKey<?> key, Object value) {
		byte[] name = this.keys.field(key);
		switch (key.getType()) {
			case STRING -> string(name, (String) value);
			case LONG -> {
				begin(name, 1 + ProtoBuffer.sizeOf((long) value));
				this.values.integer((long) value);
			}
			case BOOLEAN -> {
				begin(name, 2);
				this.values.bool((boolean) value);
			}
			case DOUBLE -> {
				begin(name, 1 + Double.BYTES);
				this.values.number((double) value);
			}
			case STRING_ARRAY, LONG_ARRAY, BOOLEAN_ARRAY, DOUBLE_ARRAY, VALUE -> unmeasured(name, value);
		}
	}

	private void string(byte[] name, String value) {
		int start = this.buffer.length();
		begin(name, sizeOfString(value.length()));
		if (!this.buffer.ascii(ValueEncoder.STRING, value)) {
			this.buffer.rewind(start);
			int size = Utf8.size(value);
			begin(name, sizeOfString(size));
			this.buffer.utf8(ValueEncoder.STRING, value, size);
		}
	}

	private static int sizeOfString(int size) {
		return 1 + ProtoBuffer.sizeOf(size) + size;
	}

	private void begin(byte[] name, int size) {
		this.buffer.begin(this.field, name.length + 1 + ProtoBuffer.sizeOf(size) + size);
		this.buffer.raw(name);
		this.buffer.begin(VALUE, size);
	}

	private void unmeasured(byte[] name, Object value) {
		int attribute = this.buffer.begin(this.field);
		this.buffer.raw(name);
		int begin = this.buffer.begin(VALUE);
		if (value instanceof Value<?> any) {
			this.values.encode(any);
		}
		else {
			this.values.array((List<?>) value);
		}
		this.buffer.end(begin);
		this.buffer.end(attribute);
	}

}
