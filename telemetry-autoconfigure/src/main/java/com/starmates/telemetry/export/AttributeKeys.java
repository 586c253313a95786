// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of attributes as fields of a message, encoded once. A key takes the place of
 * another whose hash code is alike, so there are never more than so many.
 */
final class AttributeKeys {

	private static final int PLACES = 256;

	/** Keys are short; what is longer is not worth keeping. */
	private static final int MAX_KEPT = 128;

	private static final int KEY = 1;

	private final @Nullable Place[] places = new Place[PLACES];

	private final ProtoBuffer buffer = new ProtoBuffer();

	/** Return the field that holds a key. */
	byte[] field(AttributeKey<?> key) {
		int index = key.hashCode() & PLACES - 1;
		Place place = this.places[index];
		if (place != null && (place.key == key || place.key.equals(key))) {
			return place.field;
		}
		byte[] field = encode(key.getKey());
		if (field.length <= MAX_KEPT) {
			this.places[index] = new Place(key, field);
		}
		return field;
	}

	private byte[] encode(String key) {
		this.buffer.clear();
		this.buffer.stringUnlessEmpty(KEY, key);
		return this.buffer.toByteArray();
	}

	/** A key and what is written for it. */
	private static final class Place {

		private final AttributeKey<?> key;

		private final byte[] field;

		Place(AttributeKey<?> key, byte[] field) {
			this.key = key;
			this.field = field;
		}

	}

}
