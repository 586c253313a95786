// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line back for a log record, whose attributes have no objects: what is in one
 * gets the name of both, such as {@code request.method}.
 */
final class RecordFields {

	/** What a record has in places of its own: resource, trace and severity. */
	private static final Set<String> ELSEWHERE = Set.of("service", "environment", "tracing.trace_id",
			"tracing.span_id");

	private static final int LONGEST_LONG = 20;

	private static final int LONGEST_DOUBLE = 300;

	/** What an encoder has written has its own limits. */
	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNumberLength(Integer.MAX_VALUE)
				.maxStringLength(Integer.MAX_VALUE)
				.build())
			.build())
		.build();

	private final List<KeyValuePair> attributes = new ArrayList<>();

	private final LogKeys keys;

	private String message = "";

	RecordFields(LogKeys keys) {
		this.keys = keys;
	}

	String message() {
		return this.message;
	}

	List<KeyValuePair> attributes() {
		return this.attributes;
	}

	void read(byte[] line) {
		try (JsonParser json = JSON.createParser(line)) {
			json.nextToken();
			object(json, "");
		}
	}

	private void object(JsonParser json, String prefix) {
		while (json.nextToken() != JsonToken.END_OBJECT) {
			String name = prefix + json.currentName();
			switch (json.nextToken()) {
				case START_OBJECT -> object(json, name + '.');
				case START_ARRAY -> add(name, array(json));
				default -> add(name, scalar(json));
			}
		}
	}

	private void add(String name, Object value) {
		if (name.equals(this.keys.message())) {
			this.message = String.valueOf(value);
		}
		else if (!ELSEWHERE.contains(name) && !name.equals(this.keys.timestamp()) && !name.equals(this.keys.level())) {
			this.attributes.add(new KeyValuePair(name, value));
		}
	}

	/** What is nested in a list stays its text. */
	private static List<Object> array(JsonParser json) {
		List<Object> elements = new ArrayList<>();
		while (json.nextToken() != JsonToken.END_ARRAY) {
			boolean nested = json.currentToken().isStructStart();
			elements.add(nested ? json.readValueAsTree().toString() : scalar(json));
		}
		return elements;
	}

	private static Object scalar(JsonParser json) {
		return switch (json.currentToken()) {
			case VALUE_NUMBER_INT -> isLong(json) ? (Object) json.getLongValue() : json.getString();
			case VALUE_NUMBER_FLOAT -> isDouble(json) ? (Object) json.getDoubleValue() : json.getString();
			case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
			default -> json.getString();
		};
	}

	/** Attributes have no larger numbers. */
	private static boolean isLong(JsonParser json) {
		return json.getStringLength() <= LONGEST_LONG && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
	}

	private static boolean isDouble(JsonParser json) {
		return json.getStringLength() <= LONGEST_DOUBLE && Double.isFinite(Double.parseDouble(json.getString()));
	}

}
