// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

/**
 * What a model is asked to do, by the names of OpenTelemetry's conventions.
 *
 * @since 1.0.0
 */
public enum ModelOperation {

	/**
	 * Answer in a conversation.
	 */
	CHAT("chat"),

	/**
	 * Make vectors of texts.
	 */
	EMBEDDINGS("embeddings"),

	/**
	 * Make text, images or sound of a prompt.
	 */
	GENERATE_CONTENT("generate_content"),

	/**
	 * Go on with a text.
	 */
	TEXT_COMPLETION("text_completion");

	private final String label;

	ModelOperation(String label) {
		this.label = label;
	}

	/**
	 * Return the name that spans have for it.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
