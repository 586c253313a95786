// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.Map;

import com.starmates.telemetry.error.SpanExceptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a call's span tells, by OpenTelemetry's conventions for generative AI. Prompts and
 * answers are not among it.
 */
final class CallSpan {

	static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");

	static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");

	static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.request.model");

	private static final AttributeKey<String> ANSWERING_MODEL = AttributeKey.stringKey("gen_ai.response.model");

	private static final AttributeKey<String> ANSWER_ID = AttributeKey.stringKey("gen_ai.response.id");

	private static final AttributeKey<Long> INPUT = AttributeKey.longKey("gen_ai.usage.input_tokens");

	private static final AttributeKey<Long> OUTPUT = AttributeKey.longKey("gen_ai.usage.output_tokens");

	private static final AttributeKey<Long> CACHE_READ = AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");

	private static final AttributeKey<Long> CACHE_WRITE = AttributeKey
		.longKey("gen_ai.usage.cache_creation.input_tokens");

	/** The number of tokens is our own guess: the answer was cut off. */
	private static final AttributeKey<Boolean> ESTIMATED = AttributeKey.booleanKey("ai.usage.estimated");

	private static final AttributeKey<Double> COST = AttributeKey.doubleKey("gen_ai.usage.cost.amount");

	private static final AttributeKey<String> CURRENCY = AttributeKey.stringKey("gen_ai.usage.cost.currency");

	private static final AttributeKey<String> COST_SOURCE = AttributeKey.stringKey("gen_ai.usage.cost.source");

	/** Spring AI has names of its own for these. */
	private static final Map<String, String> CONVENTIONAL_NAMES = Map.of("bedrock_converse", "aws.bedrock",
			"google_genai", "gcp.gen_ai", "vertex_ai", "gcp.vertex_ai");

	private final SpanExceptions exceptions;

	CallSpan(SpanExceptions exceptions) {
		this.exceptions = exceptions;
	}

	/** Write what is known when the call has ended. */
	void describe(Span span, CallRecord call) {
		span.setAttribute(PROVIDER, CONVENTIONAL_NAMES.getOrDefault(call.provider(), call.provider()));
		set(span, ANSWERING_MODEL, call.answeringModel());
		set(span, ANSWER_ID, call.answerId());
		TokenUsage usage = call.usage();
		if (usage != null) {
			describe(span, usage, call.isEstimated());
		}
		CallCost cost = call.cost();
		if (cost != null) {
			span.setAttribute(COST, cost.dollars());
			span.setAttribute(CURRENCY, "USD");
			span.setAttribute(COST_SOURCE, cost.source());
		}
	}

	/** Write what went wrong. */
	void fail(Span span, Throwable error) {
		this.exceptions.fail(span, error);
	}

	private static void describe(Span span, TokenUsage usage, boolean estimated) {
		span.setAttribute(INPUT, usage.allInput());
		span.setAttribute(OUTPUT, usage.output());
		if (usage.cacheRead() > 0) {
			span.setAttribute(CACHE_READ, usage.cacheRead());
		}
		if (usage.cacheWrite() > 0) {
			span.setAttribute(CACHE_WRITE, usage.cacheWrite());
		}
		if (estimated) {
			span.setAttribute(ESTIMATED, true);
		}
	}

	private static void set(Span span, AttributeKey<String> key, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			span.setAttribute(key, value);
		}
	}

}
