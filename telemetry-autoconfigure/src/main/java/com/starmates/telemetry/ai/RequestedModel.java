// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.image.ImagePrompt;

/** The model that a request of Spring AI names. */
final class RequestedModel {

	private RequestedModel() {
	}

	static @Nullable String of(@Nullable Object request) {
		if (request instanceof Prompt prompt) {
			return (prompt.getOptions() != null) ? prompt.getOptions().getModel() : null;
		}
		if (request instanceof EmbeddingRequest embedding) {
			return (embedding.getOptions() != null) ? embedding.getOptions().getModel() : null;
		}
		if (request instanceof ImagePrompt image) {
			return (image.getOptions() != null) ? image.getOptions().getModel() : null;
		}
		return null;
	}

}
