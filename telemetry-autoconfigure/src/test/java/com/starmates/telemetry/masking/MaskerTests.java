// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Masker}.
 */
class MaskerTests {

	private static final MaskingRules RULES = new MaskingRules(List.of("iban", "account number"),
			List.of("next_secret", "Cookie"), List.of("acme_live_", "Ac-me."));

	private final Masker masker = Masker.standard();

	private final Masker configured = Masker.of(RULES);

	@ParameterizedTest
	@ValueSource(strings = { "password", "PASSWORD", "dbPassword", "db.password", "db_password", "DB-PASSWORD",
			"DBPassword", "db password", "dbpassword", "passwords[0]", "user.passwords[3].value", "password1",
			"password_hash", "X-Api-Key", "apiKey", "api.key", "apikey", "client-secret", "clientSecret",
			"AWS_SECRET_ACCESS_KEY", "AWSAccessKeyId", "refresh_token", "accessToken", "JWTToken", "id_token",
			"Set-Cookie", "cookies", "Authorization", "Proxy-Authorization", "spring.datasource.password", "privateKey",
			"private_key_pem", "signing-key", "encryption_key", "X-Amz-Signature", "sig", "auth", "jwt", "bearer",
			"passphrase", "passcode", "credentials", "JSESSIONID", "PHPSESSID", "connect.sid", "cvv", "cvc2", "pin",
			"ssn", "otp", "dbpass", "passwordRequest", "tokenService", "secret_config", "access%5Ftoken",
			"reset_password_token", "is_reset_password", "token[]", "$token", "X-XSRF-TOKEN",
			"isPasswordHash\u00e9password" })
	void valuesOfSecretKeysAreSecrets(String key) {
		assertThat(this.masker.isSecretKey(key)).isTrue();
		assertThat(this.masker.maskValue(key, "value")).isEqualTo("***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "_", "0", "\u0000", "\ud800", "tracking_id", "trace_id", "traceId", "span_id",
			"spanId", "tracking.inbound_id", "session.id", "session_id", "sessionId", "user_id", "request_id",
			"correlation-id", "input_tokens", "token_count", "tokenCount", "max_tokens", "maxToken", "tokenizer",
			"secretary", "cookie_policy", "authorization_url", "password_changed_at", "api_key_usage_total",
			"passwordless", "hasPassword", "is_token_valid", "token_type", "tokenType", "token.ttl",
			"access_token_expires_in", "secret_name", "author", "authority", "authentication", "public_key",
			"primary key", "key", "monkey", "compass", "sign", "design", "assign", "opinion", "pinned", "spin",
			"shipping", "bearing", "keyboard", "next_page_token", "cost_per_token", "signature_algorithm",
			"api_key_alias", "password.size", "TokenService", "passwordStdin", "bypass", "noPassword",
			"BadCredentialsException", "message", "status" })
	void valuesOfOtherKeysAreNot(String key) {
		assertThat(this.masker.isSecretKey(key)).isFalse();
		assertThat(this.masker.maskValue(key, "value")).isEqualTo("value");
	}

	@Test
	void masksWhatLooksLikeASecretWhateverItsKey() {
		assertThat(this.masker.maskValue("message", "Bearer abc1 sent")).isEqualTo("Bearer *** sent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "must", "must\n", "must\nnot be", "must, x", "must user=alice", "must 4",
			"swordfish failed", "Swordfish failed to win", "must1 not be", "mu\u00e9 not be", "1234", "'12'" })
	void takesNoLoneValueForASentence(String value) {
		assertThat(this.masker.mask("A password: " + value)).startsWith("A password: ").contains("***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "must not", "Must not.", "must not: why", "account locked", "well-known words don't match",
			"it doesn't match", "is one of \"a\"" })
	void takesWordsForASentence(String words) {
		assertThat(this.masker.mask("A password: " + words)).isEqualTo("A password: " + words);
		assertThat(this.masker.mask("A password:" + words)).isNotEqualTo("A password:" + words);
	}

	@Test
	void leavesIdsOfOurOwn() {
		assertThat(this.masker.maskValue("span_id", "4111111111111111")).isEqualTo("4111111111111111");
		assertThat(this.masker.maskValue("id", "4111111111111111")).isEqualTo("***");
	}

	@ParameterizedTest
	@ValueSource(longs = { 4222222222222L, 30569309025904L, 378282246310005L, 4111111111111111L, 6212345678900000003L })
	void numbersOfCardsAreSecrets(long number) {
		assertThat(this.masker.isSecretNumber(number)).isTrue();
		assertThat(this.masker.mask(String.valueOf(number))).isEqualTo("***");
		assertThat(this.masker.isSecretNumber(number + 1)).isFalse();
		assertThat(this.masker.isSecretNumber(-number)).isFalse();
		assertThat(Masker.none().isSecretNumber(number)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 400000000002L, 1738319445123L, 1738319445123456789L, 9111111111111111L, Long.MAX_VALUE,
			Long.MIN_VALUE })
	void otherNumbersAreNot(long number) {
		assertThat(this.masker.isSecretNumber(number)).isFalse();
	}

	@Test
	void leavesEmptyValues() {
		assertThat(this.masker.maskValue("password", "")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "iban=DE1, iban=***", "customer.IBAN=DE1, customer.IBAN=***", "iban_count=12, iban_count=12",
			"accountNumber=12, accountNumber=***", "discount=7, discount=7", "Paid by acme_live_12345678, Paid by ***",
			"acme_live_1234567, acme_live_1234567", "xacme_live_12345678, xacme_live_12345678", "Ac-me.12345678!, ***!",
			"password=a, password=***" })
	void masksWhatIsConfigured(String text, String masked) {
		assertThat(this.configured.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "next_secret", "nextSecret", "NEXT-SECRET", "cookie" })
	void leavesWhatIsConfigured(String key) {
		assertThat(this.configured.isSecretKey(key)).isFalse();
		assertThat(this.configured.mask(key + "=abc")).isEqualTo(key + "=abc");
		assertThat(this.configured.isSecretKey("my_" + key)).isTrue();
		assertThat(this.masker.isSecretKey(key)).isTrue();
	}

	@Test
	void masksNothingWhenOff() {
		assertThat(Masker.none().isSecretKey("password")).isFalse();
		assertThat(Masker.none().maskValue("password", "a")).isEqualTo("a");
		assertThat(Masker.none().mask("password=a")).isEqualTo("password=a");
	}

	@Test
	void readsKeysOfAnyLengthAndForgetsThem() {
		for (int i = 0; i < 10_000; i++) {
			assertThat(this.masker.isSecretKey("key" + i + ".password")).isTrue();
			assertThat(this.masker.isSecretKey("key" + i + ".size")).isFalse();
		}
	}

}
