// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stands in for the language model: answers as OpenAI does, always the same, at once and
 * for nothing.
 */
@RestController
class ModelStub {

	private static final int CHARACTERS_PER_TOKEN = 4;

	private static final String STEPS = "Gather the facts\\nWrite a draft\\nReview the draft\\nHand it over";

	private static final String COMPLETION = """
			{
			  "id": "chatcmpl-%s",
			  "object": "chat.completion",
			  "created": %d,
			  "model": "%s",
			  "choices": [{
				"index": 0,
				"message": {"role": "assistant", "content": "%s", "refusal": null, "annotations": []},
				"logprobs": null,
				"finish_reason": "stop"
			  }],
			  "usage": {"prompt_tokens": %d, "completion_tokens": %d, "total_tokens": %d}
			}
			""";

	@PostMapping(path = "/stub/openai/v1/chat/completions", produces = MediaType.APPLICATION_JSON_VALUE)
	String complete(@RequestBody JsonNode request) {
		int promptTokens = request.path("messages").toString().length() / CHARACTERS_PER_TOKEN;
		int completionTokens = STEPS.length() / CHARACTERS_PER_TOKEN;
		return COMPLETION.formatted(UUID.randomUUID(), Instant.now().getEpochSecond(), request.path("model").asString(),
				STEPS, promptTokens, completionTokens, promptTokens + completionTokens);
	}

}
