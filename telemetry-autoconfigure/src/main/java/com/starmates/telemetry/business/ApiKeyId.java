// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells API keys apart without telling them.
 *
 * @since 1.0.0
 */
public final class ApiKeyId {

	/** Of 2^48 ids, ten thousand keys share one with a probability below 10^-6. */
	private static final int HASH_BYTES = 6;

	private final String label;

	private ApiKeyId(String label) {
		this.label = label;
	}

	/**
	 * Return the id of a key.
	 * @param key the key itself
	 * @return {@code key_} and the first 12 digits of its SHA-256, the same for the same
	 * key everywhere; a key that can be guessed can be found by it
	 */
	public static ApiKeyId ofKey(String key) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return new ApiKeyId("key_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Return the id of a key that has another name.
	 * @param alias what the key is called, such as {@code mobile-app}; not the key
	 * @return the alias
	 */
	public static ApiKeyId ofAlias(String alias) {
		return new ApiKeyId(alias);
	}

	/**
	 * Return the id as labels show it.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
