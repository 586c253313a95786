// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

/**
 * Tokens of one call. No token is in two of the parts: providers that count cached tokens
 * as input, too, have them taken off. A negative number counts as none.
 *
 * @param input tokens of the question that no cache held
 * @param output tokens of the answer
 * @param cacheRead tokens of the question that were read from the provider's cache
 * @param cacheWrite tokens of the question that were written to the provider's cache
 * @since 1.0.0
 */
public record TokenUsage(long input, long output, long cacheRead, long cacheWrite) {

	/** No tokens. */
	public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);

	/**
	 * Create a usage.
	 */
	public TokenUsage {
		input = Math.max(0, input);
		output = Math.max(0, output);
		cacheRead = Math.max(0, cacheRead);
		cacheWrite = Math.max(0, cacheWrite);
	}

	/**
	 * Return the usage of a call without a cache.
	 * @param input tokens of the question
	 * @param output tokens of the answer
	 * @return the usage
	 */
	public static TokenUsage of(long input, long output) {
		return new TokenUsage(input, output, 0, 0);
	}

	/**
	 * Return the usage as a provider tells it that counts cached tokens as input, too, as
	 * OpenAI and Google do.
	 * @param allInput tokens of the question, cached ones included
	 * @param output tokens of the answer
	 * @param cacheRead tokens of the question that were read from the provider's cache
	 * @param cacheWrite tokens of the question that were written to the provider's cache
	 * @return the usage
	 */
	public static TokenUsage ofAllInput(long allInput, long output, long cacheRead, long cacheWrite) {
		return new TokenUsage(allInput - Math.max(0, cacheRead) - Math.max(0, cacheWrite), output, cacheRead,
				cacheWrite);
	}

	/**
	 * Return the tokens of the whole question.
	 * @return the number, cached ones included
	 */
	public long allInput() {
		return this.input + this.cacheRead + this.cacheWrite;
	}

	long tokens(TokenType type) {
		return switch (type) {
			case INPUT -> this.input;
			case OUTPUT -> this.output;
			case CACHE_READ -> this.cacheRead;
			case CACHE_WRITE -> this.cacheWrite;
		};
	}

}
