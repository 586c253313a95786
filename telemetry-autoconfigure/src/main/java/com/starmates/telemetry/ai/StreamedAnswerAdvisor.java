// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import reactor.core.publisher.Flux;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.core.Ordered;

/**
 * Follows the streamed answers of a chat client, so that their beginning is timed, and
 * one that is cut off still counts what was used.
 *
 * @since 1.0.0
 */
public final class StreamedAnswerAdvisor implements StreamAdvisor {

	static final String NAME = "telemetry.streamed-answers";

	@Override
	public Flux<ChatClientResponse> adviseStream(ChatClientRequest request, StreamAdvisorChain chain) {
		return StreamedAnswer.follow(chain.nextStream(request), ChatClientResponse::chatResponse, System::nanoTime);
	}

	@Override
	public String getName() {
		return NAME;
	}

	/**
	 * As near to the model as can be: an advisor outside may ask the model repeatedly.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
