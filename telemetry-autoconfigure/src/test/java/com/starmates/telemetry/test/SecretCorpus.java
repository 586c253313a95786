// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Texts with secrets, and texts that look like them: {@code masking/secrets.txt} and
 * {@code masking/lookalikes.txt}.
 */
public final class SecretCorpus {

	private static final Pattern SECRET = Pattern.compile("«([^»]*)(?:»|$)");

	private SecretCorpus() {
	}

	/**
	 * Return the texts with secrets.
	 */
	public static List<Secret> secrets() {
		return lines("secrets.txt").stream().map(SecretCorpus::secret).toList();
	}

	/**
	 * Return the texts without secrets.
	 */
	public static List<String> lookalikes() {
		return lines("lookalikes.txt");
	}

	private static Secret secret(String line) {
		return new Secret(SECRET.matcher(line).replaceAll("$1"), SECRET.matcher(line).replaceAll("***"),
				SECRET.matcher(line).results().map((MatchResult secret) -> secret.group(1)).toList());
	}

	private static List<String> lines(String name) {
		try (InputStream file = SecretCorpus.class.getResourceAsStream("/masking/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isEmpty() && !line.startsWith("# "))
				.map((line) -> line.replace("¦", "").replace('⏎', '\n'))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A text with secrets.
	 *
	 * @param text the text
	 * @param masked what must become of it
	 * @param secrets what must not be in that
	 */
	public record Secret(String text, String masked, List<String> secrets) {

		@Override
		public String toString() {
			return this.masked;
		}

	}

}
