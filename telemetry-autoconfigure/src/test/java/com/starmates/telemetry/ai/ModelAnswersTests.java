// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.tokenizer.TokenCountEstimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * {@link ModelAnswers}: providers count tokens differently, and no token is paid twice.
 */
class ModelAnswersTests {

	private final ModelAnswers answers = new ModelAnswers(List::of, () -> mock(TokenCountEstimator.class));

	/** Question 100, answer 40, 160 in all; 30 read from a cache, 20 written to it. */
	@ParameterizedTest
	@CsvSource({ "openai, 50, 40", "deepseek, 50, 40", "anthropic, 100, 40", "bedrock_converse, 100, 40",
			"google_genai, 50, 60", "vertex_ai, 50, 60", "unheard-of, 50, 40" })
	void countsNoTokenTwice(String provider, long input, long output) {
		assertThat(read(provider, new DefaultUsage(100, 40, 160, null, 30L, 20L)))
			.isEqualTo(new TokenUsage(input, output, 30, 20));
	}

	@Test
	void totalThatIsTooSmallTakesNothingAway() {
		assertThat(read("google_genai", new DefaultUsage(100, 40, 0, null, 0L, 0L))).isEqualTo(TokenUsage.of(100, 40));
	}

	@Test
	void estimatorIsMadeOnceWhileTheFirstAnswerStreams() {
		Queue<Thread> askers = new ConcurrentLinkedQueue<>();
		ModelAnswers answersOfStreams = new ModelAnswers(List::of, () -> {
			askers.add(Thread.currentThread());
			return mock(TokenCountEstimator.class);
		});
		answersOfStreams.expectStream();
		answersOfStreams.expectStream();
		Awaitility.await().until(() -> !askers.isEmpty());
		assertThat(ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS)).isTrue();
		assertThat(askers).singleElement().isNotSameAs(Thread.currentThread());
	}

	private TokenUsage read(String provider, DefaultUsage usage) {
		ChatModelObservationContext context = ChatModelObservationContext.builder()
			.prompt(new Prompt("Hi", ChatOptions.builder().model("any").build()))
			.provider(provider)
			.build();
		context.setResponse(new ChatResponse(List.of(), ChatResponseMetadata.builder().usage(usage).build()));
		CallRecord call = new CallRecord(provider, "any", 0);
		this.answers.read(context, null, call);
		return call.usage();
	}

}
