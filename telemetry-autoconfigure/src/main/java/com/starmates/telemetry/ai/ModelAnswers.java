// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.Content;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.ai.tokenizer.TokenCountEstimator;

/**
 * Reads what Spring AI's models answered.
 *
 * @since 1.0.0
 */
public final class ModelAnswers {

	/**
	 * Tell the tokens of the question without those that a cache held; all others tell
	 * all.
	 */
	private static final Set<String> INPUT_WITHOUT_CACHE = Set.of("anthropic", "bedrock_converse");

	/**
	 * Tell the thoughts of a model in the total alone: what is in neither question nor
	 * answer is paid for like the answer
	 * (<a href="https://ai.google.dev/gemini-api/docs/thinking#pricing">Gemini</a>).
	 */
	private static final Set<String> THOUGHTS_IN_TOTAL = Set.of("google_genai", "vertex_ai");

	/** Longer texts are not worth the exact count. */
	private static final int LONGEST_COUNTED = 16_384;

	private static final int CHARACTERS_PER_TOKEN = 4;

	private final Supplier<List<ProviderCost>> costs;

	private final Supplier<TokenCountEstimator> estimator;

	private final AtomicBoolean awaited = new AtomicBoolean();

	/**
	 * Create a reader.
	 * @param costs read what providers say that a call cost, asked for with the first
	 * answer; the first that knows is believed
	 * @param estimator returns what counts the tokens of answers that were cut off,
	 * always the same; asked for with the first stream, by a thread of its own
	 */
	public ModelAnswers(Supplier<List<ProviderCost>> costs, Supplier<TokenCountEstimator> estimator) {
		this.costs = costs;
		this.estimator = estimator;
	}

	/**
	 * Have the estimator made while an answer streams: its tables take half a second to
	 * read, for which no request should wait.
	 */
	void expectStream() {
		if (this.awaited.compareAndSet(false, true)) {
			Thread thread = new Thread(this.estimator::get, "telemetry-token-tables");
			thread.setDaemon(true);
			thread.start();
		}
	}

	void read(ModelObservationContext<?, ?> context, @Nullable StreamedAnswer streamed, CallRecord call) {
		Object response = context.getResponse();
		Usage usage = null;
		if (response instanceof ChatResponse chat) {
			call.answered(chat.getMetadata().getModel(), chat.getMetadata().getId());
			usage = chat.getMetadata().getUsage();
		}
		else if (response instanceof EmbeddingResponse embedding) {
			call.answered(embedding.getMetadata().getModel(), null);
			usage = embedding.getMetadata().getUsage();
		}
		if (streamed != null) {
			call.began(streamed.begun());
			// what Spring AI makes of all parts has lost the tokens of caches
			usage = (streamed.usage() != null) ? streamed.usage() : usage;
		}
		if (usage != null && isTold(usage)) {
			read(usage, call);
		}
		else if (streamed != null && streamed.begun() != null && response == null) {
			estimate(context.getRequest(), streamed.text(), call);
		}
	}

	static boolean isTold(@Nullable Usage usage) {
		return usage != null && number(usage.getPromptTokens()) + number(usage.getCompletionTokens()) > 0;
	}

	private void read(Usage usage, CallRecord call) {
		long input = number(usage.getPromptTokens());
		long output = number(usage.getCompletionTokens());
		if (THOUGHTS_IN_TOTAL.contains(call.provider())) {
			output = Math.max(output, number(usage.getTotalTokens()) - input);
		}
		long cacheRead = number(usage.getCacheReadInputTokens());
		long cacheWrite = number(usage.getCacheWriteInputTokens());
		call.used(INPUT_WITHOUT_CACHE.contains(call.provider()) ? new TokenUsage(input, output, cacheRead, cacheWrite)
				: TokenUsage.ofAllInput(input, output, cacheRead, cacheWrite), false);
		Object nativeUsage = usage.getNativeUsage();
		if (nativeUsage != null) {
			call.costs(this.costs.get()
				.stream()
				.map((cost) -> cost.of(nativeUsage))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null));
		}
	}

	private void estimate(Object request, String answer, CallRecord call) {
		long input = 0;
		if (request instanceof Prompt prompt) {
			input = prompt.getInstructions().stream().map(Content::getText).mapToLong(this::estimate).sum();
		}
		call.used(TokenUsage.of(input, estimate(answer)), true);
	}

	private long estimate(@Nullable String text) {
		if (text == null || text.length() > LONGEST_COUNTED) {
			return (text != null) ? text.length() / CHARACTERS_PER_TOKEN : 0;
		}
		return this.estimator.get().estimate(text);
	}

	private static long number(@Nullable Number number) {
		return (number != null) ? number.longValue() : 0;
	}

}
