// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.function.Function;

import reactor.core.publisher.Flux;

import org.springframework.ai.chat.model.ChatResponse;

/**
 * Follows answers that are streamed by a {@code ChatModel} itself; those of a
 * {@code ChatClient} are followed anyway. <pre>{@code
 * return StreamedAnswers.follow(this.chatModel.stream(prompt));
 * }</pre>
 *
 * @since 1.0.0
 */
public final class StreamedAnswers {

	private StreamedAnswers() {
	}

	/**
	 * Time the beginning of an answer, count the tokens of caches, and count what was
	 * used if it is cut off.
	 * @param answer what the model streams
	 * @return the same answer
	 */
	public static Flux<ChatResponse> follow(Flux<ChatResponse> answer) {
		return StreamedAnswer.follow(answer, Function.identity(), System::nanoTime);
	}

}
