// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Tells API keys apart without telling them.
 *
 * @since 1.0.0
 */
public final class ApiKeyId {

	/** Of 2^48 ids, ten thousand keys share one with a probability below 10^-6. */
	private static final int HASH_BYTES = 6;

	private static final ApiKeyId NONE = new ApiKeyId("none");

	private static final Masker SECRETS = Masker.standard();

	private final String label;

	private ApiKeyId(String label) {
		this.label = label;
	}

	/**
	 * Return the id of a key.
	 * @param key the key itself, as the caller sent it
	 * @return {@code none} without a key, else {@code key_} and the first 12 digits of
	 * its SHA-256, the same for the same key everywhere; a key that can be guessed can be
	 * found by it
	 */
	public static ApiKeyId ofKey(@Nullable String key) {
		if (!StringUtils.hasText(key)) {
			return NONE;
		}
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
	 * @return the alias; where it looks like a key all the same, the id of that
	 */
	public static ApiKeyId ofAlias(@Nullable String alias) {
		if (!StringUtils.hasText(alias)) {
			return NONE;
		}
		return SECRETS.mask(alias).equals(alias) ? new ApiKeyId(alias) : ofKey(alias);
	}

	/**
	 * Return the id as labels show it.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
