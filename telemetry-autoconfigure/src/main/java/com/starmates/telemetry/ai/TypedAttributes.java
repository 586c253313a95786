// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.observation.ChatModelObservationContext;

/**
 * Numbers, flags and lists among what Spring AI tells of a call. Observations know
 * nothing but text, and OpenTelemetry's conventions want the types.
 */
final class TypedAttributes {

	private static final Set<String> LONGS = Set.of("gen_ai.request.max_tokens",
			"gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_read.input_tokens",
			"gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens", "gen_ai.usage.total_tokens",
			"gen_ai.request.embedding.dimensions");

	private static final Set<String> DOUBLES = Set.of("gen_ai.request.frequency_penalty",
			"gen_ai.request.presence_penalty", "gen_ai.request.temperature", "gen_ai.request.top_k",
			"gen_ai.request.top_p");

	private static final String STREAM = "gen_ai.request.stream";

	private static final AttributeKey<List<String>> STOP_SEQUENCES = AttributeKey
		.stringArrayKey("gen_ai.request.stop_sequences");

	private static final AttributeKey<List<String>> FINISH_REASONS = AttributeKey
		.stringArrayKey("gen_ai.response.finish_reasons");

	private TypedAttributes() {
	}

	/** Write them to a span, and keep them from being written as text. */
	static void move(Observation.Context context, Span span) {
		for (KeyValue keyValue : context.getHighCardinalityKeyValues()) {
			if (set(span, keyValue.getKey(), keyValue.getValue())) {
				context.removeHighCardinalityKeyValue(keyValue.getKey());
			}
		}
		if (context instanceof ChatModelObservationContext chat) {
			move(chat, span);
		}
	}

	private static boolean set(Span span, String key, String value) {
		try {
			if (LONGS.contains(key)) {
				span.setAttribute(key, Long.parseLong(value));
				return true;
			}
			if (DOUBLES.contains(key)) {
				span.setAttribute(key, Double.parseDouble(value));
				return true;
			}
		}
		catch (NumberFormatException ex) {
			return false;
		}
		if (STREAM.equals(key)) {
			span.setAttribute(key, Boolean.parseBoolean(value));
			return true;
		}
		return false;
	}

	private static void move(ChatModelObservationContext chat, Span span) {
		if (chat.getRequest().getOptions() != null) {
			move(chat, span, STOP_SEQUENCES, chat.getRequest().getOptions().getStopSequences());
		}
		if (chat.getResponse() != null) {
			move(chat, span, FINISH_REASONS, finishReasons(chat.getResponse()));
		}
	}

	private static List<String> finishReasons(ChatResponse response) {
		return response.getResults()
			.stream()
			.map(Generation::getMetadata)
			.map(ChatGenerationMetadata::getFinishReason)
			.filter(Objects::nonNull)
			.filter((reason) -> !reason.isEmpty())
			.toList();
	}

	private static void move(Observation.Context context, Span span, AttributeKey<List<String>> key,
			@Nullable List<String> values) {
		if (values != null && !values.isEmpty()) {
			span.setAttribute(key, values);
			context.removeHighCardinalityKeyValue(key.getKey());
		}
	}

}
