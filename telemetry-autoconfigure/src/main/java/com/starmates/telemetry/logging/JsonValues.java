// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.lang.reflect.Array;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON, masked. Numbers and booleans keep their type, times become what
 * {@link TimeTexts} says, maps, collections, arrays, records and beans become objects and
 * arrays; everything else is written as text. Whatever a value does when it is asked, one
 * value is written.
 */
final class JsonValues {

	/** Deeper values are written as an ellipsis: nobody searches there. */
	private static final int MAX_DEPTH = 16;

	private static final String TOO_DEEP = "\u2026";

	private final Masker masker;

	private final MaskedText texts;

	private final int maxTextBytes;

	JsonValues(Masker masker, MaskedText texts, int maxTextBytes) {
		this.masker = masker;
		this.texts = texts;
		this.maxTextBytes = maxTextBytes;
	}

	/** Write what a key holds; the name is written already. */
	void write(JsonBuffer json, LineBudget budget, String key, Object value) {
		if (isSimple(value)) {
			writeSimple(json, key, value);
			return;
		}
		long mark = json.mark();
		try {
			writeAny(json, budget, key, value, 0);
		}
		catch (Throwable ex) {
			json.resetValue(mark);
			json.string(JsonScalars.failure(value, ex));
		}
	}

	/** Return a name that tells no secret: keys of a map may be what callers send. */
	String name(String key) {
		return this.masker.mask(key);
	}

	/** Write a text, masked, and cut if it is too long. */
	void text(JsonBuffer json, String text, int maxBytes) {
		this.texts.write(json, text, maxBytes);
	}

	private void text(JsonBuffer json, String text) {
		text(json, text, this.maxTextBytes);
	}

	private static boolean isSimple(Object value) {
		return value instanceof String || value instanceof Integer || value instanceof Long;
	}

	private void writeSimple(JsonBuffer json, String key, Object value) {
		if (value instanceof String text) {
			writeText(json, key, text);
		}
		else if (this.masker.isSecretKey(key) || isSecretNumber(key, value)) {
			json.string(Masker.replacement());
		}
		else {
			json.number(((Number) value).longValue());
		}
	}

	private void writeText(JsonBuffer json, String key, String text) {
		if (this.masker.isSecretKey(key) && !text.isEmpty()) {
			json.string(Masker.replacement());
		}
		else if (this.masker.isExemptKey(key)) {
			json.string(text, this.maxTextBytes);
		}
		else {
			text(json, text);
		}
	}

	private boolean isSecretNumber(String key, Object value) {
		return JsonScalars.isSecretNumber(value, this.texts) && !this.masker.isExemptKey(key);
	}

	private void writeAny(JsonBuffer json, LineBudget budget, String key, @Nullable Object value, int depth) {
		if (value == null) {
			json.literal("null");
		}
		else if (isSimple(value)) {
			writeSimple(json, key, value);
		}
		else if (this.masker.isSecretKey(key)) {
			json.string(Masker.replacement());
		}
		else if (isSecretNumber(key, value)) {
			json.string(Masker.replacement());
		}
		else if (!JsonScalars.write(json, value, this.maxTextBytes)) {
			writeNested(json, budget, key, value, depth);
		}
	}

	private void writeNested(JsonBuffer json, LineBudget budget, String key, Object value, int depth) {
		if (value instanceof Optional<?> optional) {
			writeAny(json, budget, key, optional.orElse(null), depth);
		}
		else if (value instanceof Map<?, ?> map) {
			writeMap(json, budget, map, depth);
		}
		else if (value instanceof Collection<?> collection) {
			writeArray(json, budget, key, collection.toArray(), depth);
		}
		else if (value instanceof byte[] bytes) {
			text(json, Base64.getEncoder().encodeToString(bytes));
		}
		else if (value.getClass().isArray()) {
			writeArray(json, budget, key, value, depth);
		}
		else {
			writeObject(json, budget, key, value, depth);
		}
	}

	private void writeObject(JsonBuffer json, LineBudget budget, String key, Object value, int depth) {
		if (value instanceof Enum<?> constant) {
			text(json, constant.name());
			return;
		}
		Map<?, ?> properties = Beans.properties(value);
		if (properties != null) {
			writeMap(json, budget, properties, depth);
		}
		else {
			text(json, String.valueOf(value.toString()));
		}
	}

	private void writeMap(JsonBuffer json, LineBudget budget, Map<?, ?> map, int depth) {
		if (depth == MAX_DEPTH) {
			json.string(TOO_DEEP);
			return;
		}
		json.beginObject();
		Names names = new Names();
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			Object value = entry.getValue();
			if (value != null && budget.allows(json)) {
				String key = String.valueOf(entry.getKey());
				json.name(names.add(name(key)));
				writeAny(json, budget, key, value, depth + 1);
			}
		}
		json.endObject();
	}

	private void writeArray(JsonBuffer json, LineBudget budget, String key, Object array, int depth) {
		if (depth == MAX_DEPTH) {
			json.string(TOO_DEEP);
			return;
		}
		int length = Array.getLength(array);
		json.beginArray();
		for (int i = 0; i < length; i++) {
			if (!budget.allows(json)) {
				budget.drop(length - i - 1);
				break;
			}
			json.element();
			writeAny(json, budget, key, Array.get(array, i), depth + 1);
		}
		json.endArray();
	}

}
